import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A process that lives: a mark of its birth (the same number is given out again) and its command line. */
export type Living = { readonly bornAt: string; readonly command: string }

/**
 * The process with this number if it lives, else null. A zombie (ended, not yet collected by its parent) does
 * not live, though signals can still be sent to it.
 */
export async function livingProcess(pid: number): Promise<Living | null> {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return livingOnLinux(pid)
  if (process.platform === 'win32') return livingOnWindows(pid)
  return livingByPs(pid)
}

async function livingOnLinux(pid: number): Promise<Living | null> {
  try {
    const [stat, command, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ])
    // The name in brackets may hold spaces and brackets itself, so the fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X') return null
    return { bornAt: `${boot.trim()}/${started}`, command: command.replaceAll('\0', ' ').trim() }
  } catch {
    return null
  }
}

async function livingByPs(pid: number): Promise<Living | null> {
  try {
    const { stdout } = await run('ps', ['-o', 'state=', '-o', 'lstart=', '-o', 'command=', '-p', String(pid)])
    const parts = /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(stdout.trim())
    if (!parts || parts[1]?.startsWith('Z')) return null
    return { bornAt: parts[2] ?? '', command: parts[3] ?? '' }
  } catch {
    return null
  }
}

/** Windows tells neither birth nor command cheaply; that the number is in use must do. */
function livingOnWindows(pid: number): Living | null {
  try {
    process.kill(pid, 0)
    return { bornAt: '', command: '' }
  } catch {
    return null
  }
}
