import type { ServeRefusal } from '#server/main.ts'
import type { DatabaseRefusal } from './open-database.ts'
import { settingsTable, type Settings } from './settings.ts'
import type { Said } from './terminal.ts'

export type NotStarted = DatabaseRefusal | ServeRefusal

type Told = { readonly told: string; readonly settings: Settings }

/** What a person reads in the terminal when Wuxin does not start: what is so, and what can be done. */
export const sentences: Readonly<Record<NotStarted, (around: Told) => Said>> = {
  'already-running': ({ told, settings: { data } }) => ({
    zh: `五心已经在运行${told ? `：${told}` : '（正在启动）'}\n数据文件夹 ${data} 一次只能由一个五心使用。要另开一个，请用另一个文件夹和端口：WUXIN_DATA=… PORT=… npm start`,
    en: `Wuxin is already running${told ? ` at ${told}` : ' (it is just starting)'}.\nOne Wuxin at a time uses the data folder ${data}. For another, give another folder and port: WUXIN_DATA=… PORT=… npm start`,
  }),
  'folder-unwritable': ({ told, settings: { data } }) => ({
    zh: `数据文件夹 ${data} 无法读写（${told}）。\n请检查它的权限，或用 WUXIN_DATA 指定另一个文件夹。`,
    en: `The data folder ${data} cannot be read and written (${told}).\nCheck its permissions, or name another folder with WUXIN_DATA.`,
  }),
  'disk-full': ({ settings: { data } }) => ({
    zh: `磁盘已满，数据库无法写入（${data}）。已保存的内容没有丢失。\n请腾出空间后再启动。`,
    en: `The disk is full and the database cannot write (${data}). What was saved is not lost.\nFree some space and start again.`,
  }),
  'port-taken': ({ settings: { port, host } }) => ({
    zh: `端口 ${port}（地址 ${host}）已被另一个程序占用。\n请换一个端口：PORT=8081 npm start，或 npm start -- --port 8081`,
    en: `Port ${port} (address ${host}) is used by another program.\nChoose another: PORT=8081 npm start, or npm start -- --port 8081`,
  }),
  'port-not-allowed': ({ told, settings: { port, host } }) => ({
    zh: `不能在地址 ${host} 的端口 ${port} 上监听（${told}）：小于 1024 的端口需要权限，地址必须是本机的。\n请用 PORT 或 --port、HOST 或 --host 另选。`,
    en: `Cannot listen on port ${port} of ${host} (${told}): ports below 1024 need permission, and the address must be this machine's.\nChoose others with PORT or --port, HOST or --host.`,
  }),
  'folder-of-another-version': ({ settings: { data } }) => ({
    zh: `数据文件夹 ${data} 是另一个大版本的 PostgreSQL 写的，不能直接使用；其中的内容没有改动。`,
    en: `The data folder ${data} was written by another major version of PostgreSQL and cannot be used as it is; nothing in it was changed.`,
  }),
  'no-postgres-for-this-machine': () => ({
    zh: '没有适合这种机器的自带 PostgreSQL。请用 DATABASE_URL 指定一个已有的 PostgreSQL（16 或更新）。',
    en: 'No PostgreSQL comes along for this kind of machine. Name an existing one (16 or newer) with DATABASE_URL.',
  }),
  'postgres-does-not-run': ({ told }) => ({
    zh: `自带的 PostgreSQL 在这台机器上运行不了（${told}）。请用 DATABASE_URL 指定一个已有的 PostgreSQL（16 或更新）。`,
    en: `The PostgreSQL that comes along does not run on this machine (${told}). Name an existing one (16 or newer) with DATABASE_URL.`,
  }),
  'no-database-user': ({ told }) => ({
    zh: `现在的用户是 root，PostgreSQL 不能以 root 运行，也没有其他用户可用（${told}）。请以普通用户启动，或用 DATABASE_URL。`,
    en: `You are root, PostgreSQL must not be, and there is no other user to run it as (${told}). Start as an ordinary user, or use DATABASE_URL.`,
  }),
  'orphan-does-not-stop': ({ told }) => ({
    zh: `上次启动留下的 PostgreSQL 还在运行，停不下来（${told}）。请结束它再启动。`,
    en: `A PostgreSQL left by an earlier start still runs and does not stop (${told}). End it and start again.`,
  }),
  'postgres-does-not-start': ({ told }) => ({
    zh: `PostgreSQL 没有启动成功：${told}`,
    en: `PostgreSQL did not start: ${told}`,
  }),
  'database-unreachable': ({ told }) => ({
    zh: `连不上数据库（${told}）。\n请检查 DATABASE_URL 的地址、用户和密码，以及那台数据库是否在运行。`,
    en: `The database cannot be reached (${told}).\nCheck the address, user and password in DATABASE_URL, and that the database runs.`,
  }),
  'database-too-old': ({ told }) => ({
    zh: `这个 PostgreSQL 的版本是 ${told}，需要 16 或更新。`,
    en: `This PostgreSQL is version ${told}; 16 or newer is needed.`,
  }),
  'database-forbids': ({ told }) => ({
    zh: `数据库不允许这个用户建表（${told}）。请换一个用户，或给它这个库的权限。`,
    en: `The database does not let this user make tables (${told}). Use another user, or grant it the database.`,
  }),
  'no-campaign': () => ({
    zh: '数据库里还没有活动。开始一个真实的活动：\n  npm run -s wuxin -- campaign begin --area 420325 --name 活动名称\n或不加 --no-demo 启动，先看示例。',
    en: 'The database holds no campaign yet. Begin a real one:\n  npm run -s wuxin -- campaign begin --area 420325 --name NAME\nor start without --no-demo to look at the demo first.',
  }),
}

const line = (flag: string, env: string, otherwise: string, means: string): string =>
  `  --${flag.padEnd(9)} ${env.padEnd(13)} ${(otherwise || '—').padEnd(9)} ${means}`

/** What can be set, as one table. */
export const usage: Said = {
  zh: [
    '用法：npm start -- [选项]',
    ...settingsTable.map(({ flag, env, otherwise, zh }) => line(flag, env, otherwise, zh)),
    line('no-demo', '', '', '数据库为空时不装入示例活动'),
  ].join('\n'),
  en: [
    'Usage: npm start -- [options]',
    ...settingsTable.map(({ flag, env, otherwise, en }) => line(flag, env, otherwise, en)),
    line('no-demo', '', '', 'do not fill an empty database with the demo campaign'),
  ].join('\n'),
}
