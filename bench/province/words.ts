import { categories, type Category } from '#domain/needs/need.ts'
import type { Chance } from './chance.ts'

/* Every name here is put together by chance and belongs to nobody. */

const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '黄',
  '赵',
  '吴',
  '周',
  '徐',
  '孙',
  '马',
  '朱',
  '胡',
  '郭',
  '何',
  '高',
  '林',
  '罗',
  '郑',
  '梁',
  '谢',
  '宋',
  '唐',
  '许',
  '邓',
  '冯',
  '韩',
  '曹',
  '曾',
  '彭',
  '萧',
  '蔡',
  '潘',
  '田',
  '董',
  '袁',
  '余',
  '叶',
] as const
const firsts = [
  '守',
  '桂',
  '大',
  '昌',
  '翠',
  '远',
  '建',
  '玉',
  '德',
  '明',
  '秀',
  '国',
  '春',
  '正',
  '光',
  '家',
] as const
const lasts = [
  '田',
  '香',
  '成',
  '华',
  '花',
  '志',
  '国',
  '兰',
  '清',
  '英',
  '山',
  '林',
  '生',
  '贵',
  '安',
  '芳',
] as const
const places = ['塘边', '坡上', '老井旁', '祠堂后', '公路边', '桥头', '晒场旁', '学校对面'] as const

export const inventedName = (chance: Chance): string =>
  `${chance.pick(surnames)}${chance.pick(firsts)}${chance.pick(lasts)}`

export const houseNote = (chance: Chance): string => `${chance.pick(places)}第${chance.upTo(9) + 1}家`

/** A number of the range in which no real one is given out here. */
export const inventedTelephone = (chance: Chance): string =>
  `1380000${String(chance.upTo(10_000)).padStart(4, '0')}`

type Trouble = { readonly words: string; readonly told: string; readonly category: Category }

const troubles: readonly [Trouble, ...Trouble[]] = [
  { words: '门口那截路一下雨就走不出去', told: '门口的路，多长、在哪里', category: 'infrastructure' },
  { words: '二楼上不去水，夜里才有一点', told: '水压的事', category: 'infrastructure' },
  { words: '屋顶让冰雹打漏了两处，拿塑料布盖着', told: '屋顶漏雨', category: 'hardship' },
  { words: '跟隔壁的界址说不清，两家都不舒服', told: '界址在哪里', category: 'disputes' },
  { words: '木耳冷库要接电，不晓得找谁', told: '要接电、冷库多大', category: 'livelihood' },
  { words: '老人腿脚不好，想办残疾证', told: '想办证的事', category: 'special-difficulties' },
  { words: '到镇上看病要走两个钟头，班车停了', told: '班车停了', category: 'public-services' },
  { words: '屋后的水沟堵了，一下雨就往灶屋里灌', told: '水沟堵在哪里', category: 'living-environment' },
  { words: '娃儿今年高考，想问助学贷款怎么办', told: '助学贷款', category: 'family-own' },
]

export const aTrouble = (chance: Chance): Trouble => chance.pick(troubles)

export const anyCategory = (chance: Chance): Category =>
  categories[chance.upTo(categories.length)] ?? 'hardship'

const openings = [
  '院坝里正劈柴，',
  '一家人在剥玉米，',
  '桂香婶泡了茶，',
  '进门先看了看新修的灶，',
  '下着小雨，在屋檐下坐，',
] as const
const closings = [
  '临走送了一把青菜。',
  '说好过几天再来。',
  '送到门口，指了指那截路。',
  '娃儿在写作业，字写得好。',
] as const

/** A story of some 120 signs, as people dictate them on the way home. */
export const aStory = (chance: Chance, about: string): string =>
  `${chance.pick(openings)}坐了小半个钟头，先讲收成，今年木耳价钱还可以，就是人手不够，儿子在外面打工过年才回。说到${about}，` +
  `讲了好几遍，看得出来是真着急。我们说回去就问，问到了给回话，他说“晓得了，有个准信就行”。${chance.pick(closings)}`
