import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of processor time a process has used so far; 0 where the system does not tell. */
export function cpuTimeOf(pid: number): number {
  const [, rest = ''] = statOf(pid).split(/\) /)
  const words = rest.split(' ')
  // Ticks of a hundredth of a second in user and in system, the 14th and 15th word of the line.
  return (Number(words[11] ?? 0) + Number(words[12] ?? 0)) * 10
}

/** The same of a process and all it has started directly: a PostgreSQL with its backends. */
export function cpuTimeOfFamily(pid: number): number {
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => Number(statOf(Number(name)).split(/\) /)[1]?.split(' ')[1]) === pid)
  return [pid, ...children.map(Number)].reduce((sum, one) => sum + cpuTimeOf(one), 0)
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
