import type { FormalLine } from '../formal-channel.ts'

/*
 * What ships: rights and days of the 信访工作条例 (中共中央 国务院, from 1 May 2022), and places as samples. Telephone numbers
 * of a place differ: where one stands below it is the same in the whole country, the others the office writes in.
 */
const rule = '信访工作条例'
const none = {
  openWhen: '',
  telephone: '',
  forPersons: false,
  area: '',
  validUntil: null,
  checkedBy: '',
} as const

export const shippedFormalChannel: readonly FormalLine[] = [
  {
    ...none,
    id: 'no-retaliation',
    part: 'right',
    title: '谁也不能难为您',
    plain: '谁都不许因为您反映事情打击报复。谁这么做，要追究谁。',
    source: `${rule}第十八条、第四十六条`,
    english: {
      title: 'Nobody may make it hard for you',
      plain: 'Nobody may take revenge because you spoke up. Whoever does is held to account.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'not-shown-to-the-accused',
    part: 'right',
    title: '不转给被反映的人',
    plain: '您举报、揭发谁，材料和您是谁，都不许透露、转给那个人或者他的单位。',
    source: `${rule}第三十条、第四十六条`,
    english: {
      title: 'Not passed to the one it is about',
      plain:
        'What you report, and who you are, may not be told or passed to that person or that person’s office.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'recusal',
    part: 'right',
    title: '有牵连的人要回避',
    plain: '办这件事的人跟它有直接利害关系，要回避。您也可以提出来。',
    source: `${rule}第二十八条`,
    english: {
      title: 'Whoever is involved steps aside',
      plain: 'An officer with a direct interest in the matter must step aside. You may ask for it.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'said-aloud',
    part: 'right',
    title: '不会写，口头说也收',
    plain: '到窗口、打电话、写信、上网都行。口头说的，要当场照实记下来。',
    source: `${rule}第十七条、第十九条`,
    english: {
      title: 'Spoken is as good as written',
      plain:
        'At the window, by telephone, by letter or online. What is spoken must be written down truthfully there and then.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'written-word',
    part: 'limit',
    title: '15 日内，书面告诉您',
    plain: '收没收、转到哪里、走哪条路，十五日内给您一张书面的。',
    source: `${rule}第二十二条、第二十三条`,
    english: {
      title: 'Written word within 15 days',
      plain: 'Whether it is taken, where it was passed and which way it goes: on paper within fifteen days.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'settled-in',
    part: 'limit',
    title: '60 日内办结，最多再延 30 日',
    plain: '延的话，要领导批准，还要告诉您为什么。',
    source: `${rule}第三十四条`,
    english: {
      title: 'Settled within 60 days, at most 30 more',
      plain: 'An extension must be approved, and you are told why.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'review',
    part: 'limit',
    title: '不服，30 日内可以请上级复查',
    plain: '复查 30 日内答复；还不服，再 30 日内可以请复核。',
    source: `${rule}第三十五条、第三十六条`,
    english: {
      title: 'Not content: a review within 30 days',
      plain: 'The review answers within 30 days; after it, within 30 days again, a second one.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'town-window',
    part: 'place',
    title: '乡镇信访窗口',
    plain: '镇政府一楼群众来访接待窗口。',
    openWhen: '上班的日子都开',
    source: '示例，请按本地核对',
    english: {
      title: 'The town’s petition window',
      plain: 'Ground floor of the town hall.',
      openWhen: 'On working days',
    },
  },
  {
    ...none,
    id: 'county-office',
    part: 'place',
    title: '县信访局',
    plain: '人民来访接待中心。带身份证；请人陪着去也行。',
    source: '示例，请按本地核对',
    english: {
      title: 'The county petition office',
      plain: 'The reception centre. Bring the identity card; somebody may come along.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'hotline',
    part: 'place',
    title: '政务服务便民热线',
    plain: '说清楚要登记，记下编号。',
    openWhen: '一天到晚有人接',
    telephone: '12345',
    source: '全国统一号码，请按本地核对',
    english: {
      title: 'The public hotline',
      plain: 'Say that it is to be registered, and note the number you are given.',
      openWhen: 'Answered day and night',
    },
  },
  {
    ...none,
    id: 'legal-aid',
    part: 'place',
    title: '公共法律服务热线',
    plain: '问法律上怎么走，不收钱。',
    telephone: '12348',
    source: '全国统一号码，请按本地核对',
    english: {
      title: 'Public legal advice',
      plain: 'How the law goes about it; free of charge.',
      openWhen: '',
    },
  },
  {
    ...none,
    id: 'discipline',
    part: 'place',
    title: '纪检监察举报',
    plain: '反映干部的事，可以直接打，也可以写信。不经过村里，也不经过我们。',
    telephone: '12388',
    forPersons: true,
    source: '全国统一号码，请按本地核对',
    english: {
      title: 'Discipline and supervision',
      plain: 'About a cadre one can call or write directly. It passes neither the village nor us.',
      openWhen: '',
    },
  },
]
