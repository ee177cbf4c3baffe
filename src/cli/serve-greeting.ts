import type { RunningServer } from '#server/main.ts'
import { demoArea, demoCard, demoPassword, demoPeople } from '../../demo/people.ts'
import type { Said } from './terminal.ts'

/** What the terminal shows once Wuxin serves: where, who can sign in to a demo, and how to begin in earnest. */
export async function greeting({ address, context: { db } }: RunningServer): Promise<Said> {
  const host = await db.selectFrom('host').select('campaign').executeTakeFirstOrThrow()
  const isDemo = host.campaign === demoArea.campaign
  const zh = [
    `五心已经打开：${address}`,
    `活动：${host.campaign}`,
    ...(isDemo ? demoZh(address) : []),
    '按 Ctrl-C 停止。',
  ]
  const en = [
    `Wuxin is open at ${address}`,
    `Campaign: ${host.campaign}`,
    ...(isDemo ? demoEn(address) : []),
    'Ctrl-C stops it.',
  ]
  return { zh: `\n${zh.join('\n')}\n`, en: `\n${en.join('\n')}\n` }
}

const names = (): readonly string[] =>
  demoPeople.map(({ username, name, title }) => `  ${username.padEnd(14)} ${name}  ${title}`)

const demoZh = (address: string): readonly string[] => [
  `这是示例，人物都是虚构的。可以用这些用户名登录，密码都是 ${demoPassword}：`,
  ...names(),
  `手机上用 ${address}，办公桌上用 ${address}/desk，${demoCard.name}的联系卡在 ${address}/k/${demoCard.code}`,
  '开始一个真实的活动（另用一个数据文件夹）：',
  '  WUXIN_DATA=./campaign npm run -s wuxin -- campaign begin --area 420325 --name 活动名称',
  '  WUXIN_DATA=./campaign npm start',
]

const demoEn = (address: string): readonly string[] => [
  `This is a demo; its people are invented. Sign in as any of these, the password is ${demoPassword}:`,
  ...names(),
  `On a phone: ${address}  at the desk: ${address}/desk  a family’s card: ${address}/k/${demoCard.code}`,
  'To begin a real campaign (in a data folder of its own):',
  '  WUXIN_DATA=./campaign npm run -s wuxin -- campaign begin --area 420325 --name NAME',
  '  WUXIN_DATA=./campaign npm start',
]
