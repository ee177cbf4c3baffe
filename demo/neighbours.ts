import { asVillageCode, asId } from '#domain/base/ids.ts'
import type { Day } from '#domain/base/days.ts'
import { categories, type Category } from '#domain/needs/need.ts'
import type { DemoFamily } from './families.ts'
import { Pen, registered, type Act } from './pen.ts'

/**
 * The other villages of the demo: families drawn from a fixed seed, and needs in every stage of their life, so that the
 * picture has something to show. Same day, same villages.
 */
export function neighboursStory(code: string, today: Day): readonly Act[] {
  const draw = drawing(Number(code.slice(6)))
  const pen = new Pen(asVillageCode(code), today)
  const families = Array.from({ length: 60 }, (_, at) => drawFamily(code, at, draw))
  for (const family of families)
    pen.write('liuwenqing', -45, family.id, 'household.register', registered(family, today))
  for (const [at, family] of families.entries()) {
    if (draw(10) < 9) liveNeed(pen, family, at, draw)
  }
  return pen.acts
}

type Draw = (below: number) => number

/** A small fixed sequence: the same villages every time (a linear congruence, Numerical Recipes' constants). */
function drawing(seed: number): Draw {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const surnames =
  '张王李赵陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段'
const given = [
  '春生',
  '秀英',
  '国强',
  '桂兰',
  '建华',
  '玉梅',
  '德明',
  '凤琴',
  '志远',
  '小红',
  '长福',
  '金莲',
  '永贵',
  '翠兰',
  '文斌',
]
const houses = [
  '大槐树旁',
  '桥头左手第二家',
  '坡上第一家',
  '井边',
  '公路下头',
  '竹园里',
  '石坎上',
  '老仓库后',
]

function drawFamily(code: string, at: number, draw: Draw): DemoFamily {
  const surname = surnames[draw(surnames.length)] ?? '王'
  const born = 1940 + draw(45)
  return {
    id: `demo-${code}-${String(at).padStart(3, '0')}`,
    group: `${1 + Math.floor(at / 8)}组`,
    house: houses[draw(houses.length)] ?? '',
    telephone: `1380001${String(draw(10_000)).padStart(4, '0')}`,
    members: [
      [`${surname}${given[draw(given.length)] ?? '春生'}`, '户主', born],
      [`${surnames[draw(surnames.length)] ?? '李'}${given[draw(given.length)] ?? '秀英'}`, '配偶', born + 2],
    ],
  }
}

const words: Readonly<Record<Category, readonly string[]>> = {
  infrastructure: ['塘里蓄不住水', '到晚上路上没灯', '信号断断续续', '水渠垮了一截'],
  hardship: ['山水把菜地冲了', '猪圈让雪压塌了'],
  disputes: ['同隔壁的滴水檐说不拢'],
  livelihood: ['香菇卖不出去', '想学修剪果树', '猪崽拉稀找不到人看'],
  'special-difficulties': ['老人瘫在床上，照看不过来', '残疾证不晓得哪里办'],
  'public-services': ['医保报销少了一张单子', '班车改点，赶不上', '伢转学要什么材料'],
  'living-environment': ['门前垃圾没人收', '猪场的味道大'],
  'family-own': ['手机字太小不会调', '要写一封信'],
}

/** What families speak of most, so that the picture is not all small numbers. */
const common: readonly Category[] = [
  ...Array<Category>(5).fill('infrastructure'),
  ...Array<Category>(4).fill('livelihood'),
  ...Array<Category>(4).fill('public-services'),
  ...Array<Category>(3).fill('living-environment'),
  ...categories,
]

function liveNeed(pen: Pen, family: DemoFamily, at: number, draw: Draw) {
  const category = common[draw(common.length)] ?? 'infrastructure'
  const need = asId<never>(`${family.id}-need-${at}`)
  const heardOn = -2 - draw(43)
  const said = words[category][draw(words[category].length)] ?? ''
  const head = family.members[0]?.[0] ?? ''
  pen.write('huyuan', heardOn, family.id, 'need.raise', {
    need,
    words: said,
    saidBy: head,
    quote: '',
    category,
    level: 'household',
    visit: null,
    heardOn: pen.day(heardOn),
  })
  const far = draw(10)
  if (far < 1) return
  const step = (share: number) => Math.min(-1, Math.round(heardOn * (1 - share)))
  pen.write('huyuan', heardOn, family.id, 'need.agree', {
    need,
    agreedOn: pen.day(heardOn),
    mayTell: said,
    keepBack: '',
  })
  if (far < 2) return
  const next = draw(5) === 0 ? null : { what: '问清楚了给他家回话', by: pen.day(draw(30) - 6) }
  pen.write('huyuan', step(0.2), family.id, 'need.take-in-hand', {
    need,
    on: pen.day(step(0.2)),
    way: 'guided',
    next,
  })
  if (far < 4) return
  pen.write('huyuan', step(0.5), family.id, 'need.find', {
    need,
    on: pen.day(step(0.5)),
    words: '问到了，也办了',
    kind: 'done',
  })
  if (far < 5) return
  pen.write('huyuan', step(0.7), family.id, 'need.tell', {
    need,
    on: pen.day(step(0.7)),
    channel: 'telephone',
    to: head,
  })
  if (far < 6) return
  const says = draw(12) === 0 ? 'rather-not-say' : draw(7) === 0 ? 'not-solved' : 'solved'
  pen.write('huyuan', step(0.9), family.id, 'need.hear-answer', {
    need,
    on: pen.day(step(0.9)),
    says,
    saidBy: head,
    words: '',
    channel: 'telephone',
  })
}
