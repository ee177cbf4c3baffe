import { sayings } from './sayings.ts'

/** Topics to leave alone with such a family; said to nobody, minded by the visitor. They come from no word about this one. */
export const topics = sayings('topic', [
  { id: 'earnings', zh: '挣多少、存多少，不打听。', en: 'Earnings and savings: do not ask.' },
  { id: 'compare', zh: '不拿他家跟别家比。', en: 'Do not compare them with others.' },
  { id: 'others', zh: '别人家的事，不问也不传。', en: 'Other families: neither asked about nor passed on.' },
  { id: 'advice-unasked', zh: '他没问，不教他怎么过日子。', en: 'Unasked, do not tell them how to live.' },
  {
    id: 'away-home',
    fits: ['someone-away'],
    zh: '怎么不回来，不问。',
    en: 'Why somebody does not come home: do not ask.',
  },
  {
    id: 'away-money',
    fits: ['someone-away'],
    zh: '寄多少钱回来，不问。',
    en: 'What is sent home: do not ask.',
  },
  {
    id: 'alone-children',
    fits: ['elder-alone'],
    zh: '儿女的事，他不提就不问。',
    en: 'Sons and daughters: only if they speak of them.',
  },
  {
    id: 'alone-spouse',
    fits: ['elder-alone'],
    zh: '老伴的事，他说就听，不先提。',
    en: 'A late spouse: listen if they speak, do not begin.',
  },
  {
    id: 'marks',
    fits: ['pupil'],
    zh: '孩子考几分、排第几，不问。',
    hubei: '伢考几分、排第几，不问。',
    en: 'Marks and places at school: do not ask.',
  },
  {
    id: 'grandchild-parents',
    fits: ['grandchild'],
    zh: '当着孩子，不问爹妈的事。',
    hubei: '当着伢，不问爹妈的事。',
    en: 'In front of the child, do not ask about the parents.',
  },
  { id: 'baby-second', fits: ['baby'], zh: '再要不要一个，不问。', en: 'Another child: do not ask.' },
  { id: 'young-marry', fits: ['young'], zh: '催婚的话不说。', en: 'No word on when to marry.' },
  {
    id: 'young-return',
    fits: ['young'],
    zh: '不劝他走，也不劝他留。',
    en: 'Neither talk them into leaving nor into staying.',
  },
  {
    id: 'elder-body',
    fits: ['elder'],
    zh: '身上哪里不好，等他自己说。',
    en: 'What ails them: wait for them to say.',
  },
  {
    id: 'great-age-after',
    fits: ['great-age'],
    zh: '身后的事，不提。',
    en: 'What comes after: do not raise it.',
  },
  {
    id: 'couple-argue',
    fits: ['couple'],
    zh: '两老争起来，不评谁对。',
    en: 'When the two argue, take no side.',
  },
  {
    id: 'trade-profit',
    fits: ['own-trade'],
    zh: '生意赚没赚，不问。',
    en: 'Whether the trade pays: do not ask.',
  },
  {
    id: 'new-year-debts',
    fits: ['first-lunar-month'],
    zh: '过年不提账，不提难事。',
    en: 'No debts and no trouble over New Year.',
  },
  {
    id: 'year-end-pay',
    fits: ['last-lunar-month'],
    zh: '年底不问领了多少。',
    en: 'At the year’s end, do not ask what was paid.',
  },
])
