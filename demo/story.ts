import { addDays, type Day } from '#domain/base/days.ts'
import { asId, asVillageCode } from '#domain/base/ids.ts'
import type { Bodies } from '#sync/change.ts'
import { demoFacts, demoFamilies } from './families.ts'
import { Pen, registered, type Act } from './pen.ts'
import { demoVillages } from './people.ts'

/**
 * What has happened in 高桥村 up to `today`, told relative to it so that the demo is always in the middle of things:
 * tomorrow three families, one promise kept waiting, one result to tell, one answer awaited, one matter solved.
 */
export function gaoqiaoStory(today: Day): readonly Act[] {
  const pen = new Pen(asVillageCode(demoVillages[0].code), today)
  for (const family of demoFamilies)
    pen.write('liuwenqing', -45, family.id, 'household.register', registered(family, today))
  for (const { family, daysAgo, ...fact } of demoFacts) {
    const learned = { ...fact, learnedOn: addDays(today, -daysAgo), until: null }
    pen.write('zhoumin', -daysAgo, family, 'household.learn', { facts: [learned] })
  }
  theRoadAndTheWater(pen)
  theColdStore(pen)
  theRoof(pen)
  thePump(pen)
  theLamp(pen)
  tomorrow(pen)
  return pen.acts
}

const id = asId<never>

function visited(pen: Pen, offset: number, family: string, visit: string, diary: string) {
  pen.write('zhoumin', offset, family, 'household.consent', {
    heardOn: pen.day(offset),
    forWhat: '走访、记下要办的事',
    says: 'yes',
  })
  pen.write(
    'zhoumin',
    offset,
    family,
    'visit.record',
    {
      visit: id(visit),
      on: pen.day(offset),
      time: 'after-supper',
      companions: ['田建国'],
      outcome: { is: 'held' },
    },
    diary,
  )
}

function theRoadAndTheWater(pen: Pen) {
  const family = 'demo-family-wang'
  const heard = {
    level: 'household',
    category: 'infrastructure',
    visit: id('demo-visit-wang-1'),
    heardOn: pen.day(-19),
  } as const
  visited(
    pen,
    -19,
    family,
    'demo-visit-wang-1',
    '守田叔话不多，先在院坝里看他劈柴。桂香婶泡了茶，说二楼上不去水。守田叔送我们出门，指着门口说那截路一下雨就走不出去。我说4月10日前给他回话。',
  )
  pen.write('zhoumin', -19, family, 'need.raise', {
    need: id('demo-need-road'),
    words: '门口那截路',
    saidBy: '守田叔',
    quote: '那截路一下雨就走不出去',
    ...heard,
  })
  pen.write('zhoumin', -19, family, 'need.agree', {
    need: id('demo-need-road'),
    agreedOn: pen.day(-19),
    mayTell: '门口的路，多长、在哪里',
    keepBack: '',
  })
  pen.write('zhoumin', -19, family, 'need.raise', {
    need: id('demo-need-water'),
    words: '二楼上不去水',
    saidBy: '桂香婶',
    quote: '二楼上不去水',
    ...heard,
  })
  pen.write('zhoumin', -19, family, 'need.agree', {
    need: id('demo-need-water'),
    agreedOn: pen.day(-19),
    mayTell: '水压的事',
    keepBack: '',
  })
  pen.write('zhoumin', -19, family, 'promise.give', {
    promise: id('demo-promise-road'),
    need: id('demo-need-road'),
    words: '门口那截路能不能修，过几天给您回话',
    givenOn: pen.day(-19),
    dueOn: pen.day(1),
  })
  pen.write('zhoumin', -17, family, 'need.take-in-hand', {
    need: id('demo-need-water'),
    on: pen.day(-17),
    way: 'guided',
    next: { what: '请水管员来看水压', by: pen.day(4) },
  })
  pen.write('zhoumin', -17, family, 'need.refer', {
    need: id('demo-need-road'),
    on: pen.day(-17),
    department: id('building-hualongyan'),
    departmentName: '化龙堰镇村建办',
    told: '高桥村3组塘边，门口约三十米土路，雨天走不出去。',
  })
  pen.write('zhenghai', -16, family, 'referral.accept', {
    need: id('demo-need-road'),
    on: pen.day(-16),
    dueOn: pen.day(-8),
  })
  pen.write('zhenghai', -8, family, 'need.find', {
    need: id('demo-need-road'),
    on: pen.day(-8),
    words: '排在下半年硬化；雨季前先铺一层砂石。',
    kind: 'done',
  })
}

function theColdStore(pen: Pen) {
  const family = 'demo-family-fu'
  const need = id('demo-need-cold')
  visited(
    pen,
    -13,
    family,
    'demo-visit-fu-1',
    '付远志在木耳棚里，边捡木耳边说。冷库的板子都买回来了，接电不晓得找谁。我答应4月20日前把要多少钱问清。',
  )
  pen.write('zhoumin', -13, family, 'need.raise', {
    need,
    words: '木耳冷库接电，不晓得找谁',
    saidBy: '付远志',
    quote: '接电不晓得找谁',
    category: 'livelihood',
    level: 'household',
    visit: id('demo-visit-fu-1'),
    heardOn: pen.day(-13),
  })
  pen.write('zhoumin', -13, family, 'need.agree', {
    need,
    agreedOn: pen.day(-13),
    mayTell: '要接电、冷库多大',
    keepBack: '贷款',
  })
  pen.write('zhoumin', -13, family, 'promise.give', {
    promise: id('demo-promise-cold'),
    need,
    words: '接电要多少钱，替您问清',
    givenOn: pen.day(-13),
    dueOn: pen.day(-2),
  })
  pen.write('zhoumin', -9, family, 'need.refer', {
    need,
    on: pen.day(-9),
    department: id('agriculture-fangxian'),
    departmentName: '县农业农村局',
    told: '木耳冷库要接电，库容四十立方。',
  })
  pen.write('xuqing', -7, family, 'referral.return', {
    need,
    on: pen.day(-7),
    reason: '接电归供电所，我们只管冷库补贴。',
  })
  pen.write('zhoumin', -6, family, 'need.refer', {
    need,
    on: pen.day(-6),
    department: id('power-hualongyan'),
    departmentName: '化龙堰供电所',
    told: '木耳冷库要接电，库容四十立方，在高桥村5组。',
  })
  pen.write('hanzhiming', -6, family, 'referral.accept', { need, on: pen.day(-6), dueOn: pen.day(1) })
}

function theRoof(pen: Pen) {
  const family = 'demo-family-liu'
  const need = id('demo-need-roof')
  visited(
    pen,
    -12,
    family,
    'demo-visit-liu-1',
    '大成哥家的屋顶让冰雹打漏了两处，拿塑料布盖着。我说回去问了给他回个话。',
  )
  pen.write('tianjianguo', -12, family, 'need.raise', {
    need,
    words: '屋顶漏了两处，拿塑料布盖着',
    saidBy: '刘大成',
    quote: '',
    category: 'hardship',
    level: 'household',
    visit: id('demo-visit-liu-1'),
    heardOn: pen.day(-12),
  })
  pen.write('tianjianguo', -12, family, 'need.agree', {
    need,
    agreedOn: pen.day(-12),
    mayTell: '屋顶漏雨',
    keepBack: '',
  })
  pen.write('zhoumin', -12, family, 'promise.give', {
    promise: id('demo-promise-roof'),
    need,
    words: '屋顶的事，说好回个话',
    givenOn: pen.day(-12),
    dueOn: pen.day(-3),
  })
}

function thePump(pen: Pen) {
  const family = 'demo-family-deng'
  const need = id('demo-need-pump')
  visited(pen, -22, family, 'demo-visit-deng-1', '昌华叔说水夜里才有，老两口轮着守。')
  pen.write('tianjianguo', -22, family, 'need.raise', {
    need,
    words: '水夜里才有，要守着接',
    saidBy: '昌华叔',
    quote: '水夜里才有',
    category: 'infrastructure',
    level: 'shared',
    visit: id('demo-visit-deng-1'),
    heardOn: pen.day(-22),
  })
  pen.write('tianjianguo', -22, family, 'need.agree', {
    need,
    agreedOn: pen.day(-22),
    mayTell: '几时有水',
    keepBack: '',
  })
  pen.write('tianjianguo', -20, family, 'need.take-in-hand', {
    need,
    on: pen.day(-20),
    way: 'guided',
    next: { what: '同水管员看泵房', by: pen.day(-10) },
  })
  pen.write('zhoumin', -10, family, 'need.find', {
    need,
    on: pen.day(-10),
    words: '泵房的定时器改了，白天也供水。',
    kind: 'done',
  })
  pen.write('tianjianguo', -9, family, 'need.tell', {
    need,
    on: pen.day(-9),
    channel: 'at-the-door',
    to: '昌华叔',
  })
}

function theLamp(pen: Pen) {
  const family = 'demo-family-luo'
  const need = id('demo-need-lamp')
  visited(
    pen,
    -9,
    family,
    'demo-visit-luo-1',
    '翠花婆婆一个人住，灶屋的灯泡老闪，老田当场换了一个。坐着说了半个钟头年轻时修水库的事。',
  )
  pen.write('tianjianguo', -9, family, 'need.raise', {
    need,
    words: '灶屋的灯泡老闪',
    saidBy: '翠花婆婆',
    quote: '灶屋的灯泡老闪',
    category: 'family-own',
    level: 'household',
    visit: id('demo-visit-luo-1'),
    heardOn: pen.day(-9),
  })
  pen.write('tianjianguo', -9, family, 'need.do-on-the-spot', {
    need,
    on: pen.day(-9),
    result: '换了一个灯泡',
    doneBy: '田建国',
  })
  pen.write('zhoumin', -9, family, 'need.hear-answer', {
    need,
    on: pen.day(-9),
    says: 'solved',
    saidBy: '翠花婆婆',
    words: '亮堂了。',
    channel: 'at-the-door',
    witness: '田建国',
  })
}

function tomorrow(pen: Pen) {
  const planned = (family: string, visit: string, time: Bodies['visit.plan']['time'], purpose: string) =>
    pen.write('zhoumin', -2, family, 'visit.plan', {
      visit: id(visit),
      on: pen.day(1),
      time,
      purpose,
      companions: ['田建国'],
    })
  planned('demo-family-zhao', 'demo-visit-zhao-2', 'afternoon', '头一回上门，认认人')
  planned('demo-family-fu', 'demo-visit-fu-2', 'after-work', '接电的事，讲到哪一步了')
  planned('demo-family-wang', 'demo-visit-wang-2', 'after-supper', '把镇里的答复讲给他家听')
  for (const [family, visit] of [
    ['demo-family-wang', 'demo-visit-wang-2'],
    ['demo-family-fu', 'demo-visit-fu-2'],
  ] as const)
    pen.write('zhoumin', -2, family, 'advice.ask', { visit: id(visit) })
  pen.write('liuyulan', -1, 'demo-family-wang', 'advice.give', {
    visit: id('demo-visit-wang-2'),
    saidBy: '刘玉兰',
    via: 'own-screen',
    saidOn: pen.day(-1),
    when: 'after-supper',
    address: '喊守田叔、桂香婶',
    mindful: '他耳背，坐他右手边，莫催',
    words: '天擦黑再去，早了在地里。坐下喝口茶，他自己就说开了。',
    leaveAlone: 'yes',
  })
}
