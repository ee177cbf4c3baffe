import type { PromiseGiver } from './finding.ts'
import { everywhere, pattern, words } from './pattern.ts'

const department = everywhere`
    (?:水厂|自来水公司|供水站|水务|供电所|电力|电工(?!作)|供电|电信|移动公司|移动|联通|铁塔|广电|民政|
    农技站|农技员|农技|农业局|农业农村局|农机局|农机站|农机所|林业站|林业局|林管站|畜牧|兽医|防疫站|
    水利站|水利局|水管站|水管员|交通局|公路局|公路段|教育局|学校|校长|班主任|老师|卫生院|医院|卫健|
    医保局|医保|社保局|社保所|人社|劳动监察|劳动|派出所|民警|公安|司法所|法院|法庭|律师|信用社|农商行|
    银行|邮政|邮储|邮局|烟站|烟草|茶厂|市场监管|工商|税务|国土|自然资源|规划|城建|住建|环保|生态环境|
    环卫|城管|残联|妇联|工会|团委|保险公司|保险员|客运|运管|公交公司|乡村振兴局|扶贫办|财政所|经管站|
    便民中心|便民大厅|政务|窗口|办事大厅|消防|气象|粮站|供销社|站上|站里|站长|局里|局长|所里|所长|公司|
    厂里|中心|村医|抢修|维修(?:师傅|员)|施工队|工程队|项目部)
  `

const cadre = everywhere`
    支书|书记|主任|村主任|妇女主任|会计|文书|村干部|村委|村里|村上|组长|队长|小组长|网格员|镇长|乡长|
    副镇长|副乡长|镇干部|乡干部|镇里|乡里|镇上(?:的)?(?:干部|领导|答应|来人|说|讲|表态)|镇政府|乡政府|
    镇人大|管区|片长|驻村干部|包村干部|两委|村长|副书记|副主任|党委|委员|民兵连长|治保|人大代表|专干
  `

const visitor = /我们|我|咱们|工作队|队里|队员|同事|搭档|同行|同去/gu

/** What words in a diary call the household and its people: they give themselves no promises to keep. */
export const householdWords = pattern`
    ^(?:他|她|他们|她们|老人|老两口|老伴|老汉|老头|婆婆|爹爹|奶奶|爷爷|儿子|女儿|媳妇|儿媳|女婿|孙|侄|
    男人|女人|男主人|女主人|主人|户主|主家|大爷|大妈|大娘|大婶|大叔|嫂子|婶|伯|叔|娘|妈|爸|爹|弟弟|哥哥|
    姐|妹|伢|崽|邻居|隔壁|老板|包工头|当家的|两口子|屋里人|一家人|家里人|贩子|亲戚)
  `

/** Who of ours is named last in the words; null when nobody is. */
export function giverIn(words: string): PromiseGiver | null {
  const found = (
    [
      ['department', lastMatch(words, department)],
      ['cadre', lastMatch(words, cadre)],
      ['visitor', lastMatch(words, visitor)],
    ] as const
  ).reduce((one, next) => (next[1] > one[1] ? next : one))
  return found[1] < 0 ? null : found[0]
}

function lastMatch(words: string, pattern: RegExp): number {
  const found = [...words.matchAll(pattern)].at(-1)
  return found ? found.index : -1
}

const person = words`
    (?:[小老][\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,2}(?:师傅|同志|老师|医生))
  `
const cameAlong = [
  words`
    (?:同行的?(?:是|有|还有)?|同去的?(?:是|有)?|同来的?(?:是|有)?|一起(?:来|去)的?(?:是|有)?|
    [和跟同与](?=.{1,7}(?:一起|同去|同行|一道|一路|搭|去|上门|走|来|到))|搭档|同事|带着|带上|陪(?:我|
    同)|队里的?|队员|实习生|大学生|[^，。\n]{0,8}退休的)[^，。\n]{0,7}?(${person})
  `,
  `(${person})(?:和我|跟我|同我|陪我|是一起来的|一起来的|开车|同去|也去|同行)`,
  `(?:我|俺)(?:们)?[和跟与同](${person})`,
].map(pattern => new RegExp(pattern, 'gu'))
const titled = everywhere`
    (?:支书|书记|主任|会计|文书|组长|队长|镇长|乡长|干部|网格员|站长|所长|局长|院长|校长|民警|医生|
    水管员|电工|护林员|农技员|办|站|所|局|中心|公司|银行|信用社|联|厂|卫生院)(?:的)?(${person})
  `

/** The people a diary names who are no family: those who came along (小李, 老孙) and those with an office (支书老谭). */
export function namedPeople(text: string): ReadonlyMap<string, PromiseGiver> {
  const people = new Map<string, PromiseGiver>()
  for (const found of text.matchAll(titled)) {
    const giver = giverIn(found[0].slice(0, -(found[1]?.length ?? 0)))
    if (found[1] && giver) people.set(found[1], giver)
  }
  for (const pattern of cameAlong) {
    for (const { 1: name, index } of text.matchAll(pattern)) {
      if (name && !people.has(name))
        people.set(name, officeBefore(text, text.indexOf(name, index)) ?? 'visitor')
    }
  }
  return people
}

/** 镇民政办小陈 serves a department; 农技站退休的老孙 no longer does. */
function officeBefore(text: string, at: number): PromiseGiver | null {
  const title =
    text
      .slice(Math.max(0, at - 10), at)
      .split(/[，。\n；]/u)
      .at(-1) ?? ''
  return /退休|原来|以前/u.test(title) ? null : giverIn(title.replace(/^.*[和跟同与]/u, ''))
}
