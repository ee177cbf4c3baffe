import { everywhere } from './pattern.ts'

/** Words that label a person or a family: what is offered instead is how to come well [H2]. */
export const labelWords = everywhere`
    钉子户|上访(?:户|专业户|人员|老户|大户)|老上访(?:户)?|老信访|缠访(?:户)?|闹访(?:户)?|信访(?:户|
    重点人|老户)|(?<!天公|老天爷?|天气|天|机器|信号|网络|雨|设备|电脑|手机|牛|猪|狗|身体|腿|手|腿脚|
    嗓子|耳朵|眼睛)不(?:太|大|怎么|是很|很|肯)?配合(?!治疗|吃药|检查)|顽固(?:分子|户|派|得很)?|
    难缠(?:户|的人?)?|胡搅蛮缠|蛮不讲理|不讲(?:道)?理|无理取闹|刁民|刁(?:钻|蛮)|刺头|泼(?:妇|皮)|
    懒(?:汉|鬼|人|户)|二流子|混混|无赖|赖皮|老赖|赖子户|老油条|油盐不进|难(?:搞|啃|对付|剃头|说话|
    打交道|伺候)(?:的)?(?:人|户|头|主)?|死脑筋|一根筋|茅坑里的石头|素质(?:低|差|不高)|等靠要|好吃懒做|
    重点(?:人员|对象|稳控)|稳控对象|不稳定(?:分子|因素|户)|不安定分子|闹事|爱闹|会闹|惹(?:事|不起)|
    落后(?:户|分子)|后进户|问题户|麻烦户|硬骨头|神经病|疯子|癫子|傻子|苕货|刁|告状(?:户|专业户|精)
  `

/** What a label usually stands for, and so what could be said instead of it. */
export type LabelAbout = 'old-matter' | 'manner' | 'work' | 'health' | 'watched'

/** The first word in a text that labels somebody, with what to say instead; null where there is none [H2]. */
export function labelIn(text: string): { readonly quote: string; readonly about: LabelAbout } | null {
  const [found] = text.matchAll(labelWords)
  if (found === undefined) return null
  const [quote] = found
  return { quote, about: about.find(([, pattern]) => pattern.test(quote))?.[0] ?? 'manner' }
}

const about: readonly (readonly [LabelAbout, RegExp])[] = [
  ['old-matter', /访|告状|钉子户/u],
  ['watched', /重点|稳|不安定|闹|惹|落后|后进|问题户|麻烦户/u],
  ['work', /懒|等靠要|好吃懒做|二流子|混混|素质/u],
  ['health', /神经病|疯|癫|傻|苕/u],
]
