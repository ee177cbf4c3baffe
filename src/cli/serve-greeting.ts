import type { RunningServer } from '#server/main.ts'
import { demoArea, demoPassword, demoPeople } from '../../demo/people.ts'
import type { Said } from './terminal.ts'

/** What the terminal shows once Wuxin serves: where, who can sign in to a demo, and how to begin in earnest. */
export async function greeting({ address, context: { db } }: RunningServer): Promise<Said> {
  const host = await db.selectFrom('host').select('campaign').executeTakeFirstOrThrow()
  const isDemo = host.campaign === demoArea.campaign
  const zh = [
    `五心已经打开：${address}`,
    `活动：${host.campaign}`,
    ...(isDemo ? demoZh() : []),
    '按 Ctrl-C 停止。',
  ]
  const en = [
    `Wuxin is open at ${address}`,
    `Campaign: ${host.campaign}`,
    ...(isDemo ? demoEn() : []),
    'Ctrl-C stops it.',
  ]
  return { zh: `\n${zh.join('\n')}\n`, en: `\n${en.join('\n')}\n` }
}

const names = (): readonly string[] =>
  demoPeople.map(({ username, name, title }) => `  ${username.padEnd(14)} ${name}  ${title}`)

const demoZh = (): readonly string[] => [
  `这是示例，人物都是虚构的。可以用这些用户名登录，密码都是 ${demoPassword}：`,
  ...names(),
  '开始一个真实的活动（另用一个数据文件夹）：',
  '  WUXIN_DATA=./campaign npm run -s wuxin -- campaign begin --area 420325 --name 活动名称',
  '  WUXIN_DATA=./campaign npm start',
]

const demoEn = (): readonly string[] => [
  `This is a demo; its people are invented. Sign in as any of these, the password is ${demoPassword}:`,
  ...names(),
  'To begin a real campaign (in a data folder of its own):',
  '  WUXIN_DATA=./campaign npm run -s wuxin -- campaign begin --area 420325 --name NAME',
  '  WUXIN_DATA=./campaign npm start',
]
