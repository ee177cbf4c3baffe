import type { TalkLine } from './talk-line.ts'

/** One honest thing to praise: said only when it is seen. */
export const praises: readonly TalkLine[] = [
  { id: 'garden', zh: '菜园子收拾得真清爽。', en: 'Your vegetable garden is so well kept.' },
  { id: 'yard', zh: '院坝扫得干干净净，进来就舒服。', en: 'Such a clean yard, it is a pleasure to come in.' },
  {
    id: 'tidy-tools',
    zh: '锄头镰刀挂得整整齐齐，是做事的人。',
    en: 'Tools hung so neatly: someone here knows work.',
  },
  {
    id: 'shoes',
    terms: ['立冬', '小雪', '大雪', '冬至', '小寒', '大寒'],
    zh: '这布鞋纳得密，如今少见了。',
    en: 'Such fine stitching on these shoes, one sees it seldom.',
  },
  {
    id: 'tea',
    terms: ['清明', '谷雨', '立夏', '小满'],
    zh: '您这茶，喝一口就晓得是好手艺。',
    en: 'One sip of this tea shows the hand that made it.',
  },
  {
    id: 'award',
    fits: ['pupil'],
    zh: '墙上这奖状，看着都为{child}高兴。',
    en: 'Those certificates make one glad for {child}.',
  },
  {
    id: 'grandchild-manners',
    fits: ['grandchild'],
    zh: '{child}这么懂礼，是您教得好。',
    en: '{child} has such manners; that is your teaching.',
  },
  { id: 'spirit', fits: ['elder'], zh: '您这精神头，叫人羡慕。', en: 'Your spirits are to be envied.' },
  {
    id: 'couple-care',
    fits: ['couple'],
    zh: '您两老互相照应，一湾的人都夸。',
    en: 'How you look after each other; all the hamlet says so.',
  },
  {
    id: 'alone-able',
    fits: ['elder-alone'],
    zh: '一个人还把屋里操持得这么好。',
    en: 'All by yourself, and the house in such order.',
  },
  {
    id: 'hard-work',
    fits: ['young'],
    zh: '肯下力，又肯动脑筋，难得。',
    en: 'Hard work and a good head: that is rare.',
  },
  {
    id: 'field',
    terms: [
      '清明',
      '谷雨',
      '立夏',
      '小满',
      '芒种',
      '夏至',
      '小暑',
      '大暑',
      '立秋',
      '处暑',
      '白露',
      '秋分',
      '寒露',
    ],
    zh: '您那块田，草都没得一根。',
    en: 'Not a weed in that field of yours.',
  },
  {
    id: 'pickle-hand',
    terms: ['立冬', '小雪', '大雪', '冬至', '小寒', '大寒', '立春'],
    zh: '这腌菜下饭，外头买不到。',
    en: 'No shop has pickles like these.',
  },
]

/** One thing to ask advice about: they are the masters, the visitor learns. */
export const advices: readonly TalkLine[] = [
  {
    id: 'maize-when',
    terms: ['春分', '清明', '谷雨', '立夏'],
    zh: '今年苞谷，您看几时下种好？',
    en: 'When would you sow maize this year?',
  },
  {
    id: 'potato-how',
    terms: ['雨水', '惊蛰', '春分'],
    zh: '种洋芋有么诀窍，教教我。',
    en: 'Teach me the knack of growing potatoes.',
  },
  {
    id: 'tea-pan',
    terms: ['清明', '谷雨', '立夏'],
    zh: '炒茶的火候，您怎么拿捏？',
    en: 'How do you judge the heat when firing tea?',
  },
  { id: 'weather-sign', zh: '您看云最准，这几天有雨没？', en: 'You read the clouds best: will it rain?' },
  {
    id: 'seed-keep',
    terms: ['处暑', '白露', '秋分', '寒露', '霜降'],
    zh: '留种要挑哪样的，我学学。',
    en: 'Which ones do you keep for seed? I would like to learn.',
  },
  {
    id: 'wheat-sow',
    terms: ['寒露', '霜降', '立冬'],
    zh: '种麦赶早好还是等墒好，听您的。',
    en: 'Sow wheat early or wait for the damp? I go by you.',
  },
  {
    id: 'bacon-smoke',
    terms: ['小雪', '大雪', '冬至', '小寒', '大寒'],
    zh: '熏腊肉用么柴最香，您教一教。',
    en: 'Which wood gives the best smoke for bacon?',
  },
  {
    id: 'pickle-salt',
    terms: ['立冬', '小雪', '大雪', '冬至'],
    zh: '腌菜放好多盐不酸不烂，您给个数。',
    en: 'How much salt keeps pickles right?',
  },
  {
    id: 'pests',
    terms: ['小满', '芒种', '夏至', '小暑', '大暑'],
    zh: '不打药，虫子有么土办法？',
    en: 'Is there an old way against pests without spraying?',
  },
  {
    id: 'heat-rest',
    terms: ['小暑', '大暑', '立秋'],
    zh: '热天下地，您几时出门最合适？',
    en: 'In this heat, when is best to go to the field?',
  },
  {
    id: 'children-raise',
    fits: ['grandchild'],
    zh: '带伢的事，我还得向您学。',
    en: 'I have much to learn from you about children.',
  },
  {
    id: 'old-ways',
    fits: ['elder'],
    zh: '这湾的老地名，您讲给我听听。',
    en: 'Tell me the old names of this place.',
  },
  {
    id: 'long-life',
    fits: ['elder'],
    zh: '您身体这么好，有么讲究？',
    en: 'You keep so well: what is the secret?',
  },
  {
    id: 'village-matters',
    zh: '湾里要做点实事，您看先做哪样？',
    en: 'If one thing were done for the hamlet, which first?',
  },
  {
    id: 'new-trade',
    fits: ['young'],
    zh: '你看得远，这山里做么事有奔头？',
    en: 'You look far: what has a future in these hills?',
  },
  {
    id: 'spring-order',
    terms: ['立春', '雨水', '惊蛰'],
    zh: '开春头一样，您先忙哪一头？',
    en: 'What comes first in spring for you?',
  },
  {
    id: 'walnut-oil',
    terms: ['白露', '秋分', '寒露'],
    zh: '这核桃怎么晒才不走油？',
    en: 'How do you dry walnuts so they keep?',
  },
]
