import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The one table of what can be set: the flag, the variable of the environment, what holds otherwise, what it means. */
export const settingsTable = [
  { flag: 'port', env: 'PORT', otherwise: '8080', zh: '网页的端口', en: 'port of the web pages' },
  {
    flag: 'host',
    env: 'HOST',
    otherwise: '::',
    zh: '监听的地址；:: 是本机所有 IPv6 和 IPv4 地址',
    en: 'address to listen on; :: is every IPv6 and IPv4 address of this machine',
  },
  {
    flag: 'data',
    env: 'WUXIN_DATA',
    otherwise: './.wuxin',
    zh: '数据文件夹',
    en: 'data folder',
  },
  {
    flag: 'database',
    env: 'DATABASE_URL',
    otherwise: '',
    zh: '已有的 PostgreSQL（16 或更新）的地址；不填就用自带的',
    en: 'an existing PostgreSQL (16 or newer) instead of the one that comes along',
  },
] as const

export type Settings = {
  readonly port: number
  readonly host: string
  /** The data folder, as a full path. */
  readonly data: string
  /** The address of an outside PostgreSQL; null for the one that comes along. */
  readonly databaseUrl: string | null
  /** Whether an empty database is filled with the demo campaign. */
  readonly isDemoWanted: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings: a flag before the environment, the environment before what holds otherwise. Null when asked wrongly. */
export function readSettings(args: readonly string[], environment: Environment): Settings | null {
  const flags = readFlags(args)
  if (flags === null) return null
  const [port, host, data, database] = settingsTable.map(
    ({ flag, env, otherwise }) => flags.texts[flag] ?? (environment[env] || otherwise),
  )
  const portNumber = /^\d{1,5}$/.test(port ?? '') ? Number(port) : -1
  if (portNumber < 0 || portNumber > 65_535) return null
  return {
    port: portNumber,
    host: host ?? '::',
    data: resolve(data ?? ''),
    databaseUrl: database || null,
    isDemoWanted: flags.isDemoWanted,
  }
}

function readFlags(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = {
      port: text,
      host: text,
      data: text,
      database: text,
      demo: { type: 'boolean', default: true },
    } as const
    const { values } = parseArgs({ args: [...args], options, allowNegative: true })
    const { demo, ...rest } = values
    const texts: Readonly<Record<string, string | undefined>> = rest
    return { texts, isDemoWanted: demo }
  } catch {
    return null
  }
}
