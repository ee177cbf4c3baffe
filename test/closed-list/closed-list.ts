/** Why a name may stand nowhere: the rule it breaks, and the names themselves. A name is words in a row. */
export type Banned = {
  /** The numbered rule; `closed list` where the list itself is the rule. */
  readonly rule: string
  readonly what: string
  readonly names: readonly string[]
  /** Found anywhere in a Chinese name. */
  readonly chinese: readonly string[]
}

/** "What must never be built", as names. The method is `docs/rules`; this is what holds the schema, the wire and the routes to it. */
export const closedList: readonly Banned[] = [
  {
    rule: '[F1]',
    what: 'scores, points, rankings',
    names: [
      'score',
      'scoring',
      'points',
      'rating',
      'grade',
      'rank',
      'ranking',
      'leaderboard',
      'league',
      'badge',
      'medal',
    ],
    chinese: ['打分', '评分', '得分', '积分', '排名', '排行', '名次', '评级', '考核'],
  },
  {
    rule: 'closed list',
    what: 'labels of persons and families',
    names: [
      'risk',
      'trust',
      'trustworthiness',
      'stability',
      'petitioner',
      'troublemaker',
      'attitude',
      'loyalty',
      'key person',
      'key date',
      'sensitive date',
      'relation graph',
      'social graph',
      'credit',
    ],
    chinese: [
      '风险',
      '信任度',
      '信用',
      '维稳',
      '稳定等级',
      '上访户',
      '上访人',
      '重点人',
      '态度',
      '敏感节点',
      '敏感日',
      '关系图谱',
    ],
  },
  {
    rule: 'closed list',
    what: 'political or religious status, biometrics',
    names: [
      'political',
      'politics',
      'party member',
      'religion',
      'religious',
      'faith',
      'biometric',
      'biometrics',
      'fingerprint',
      'facial',
      'face template',
      'voiceprint',
      'iris',
    ],
    chinese: ['政治面貌', '党员', '宗教', '信仰', '生物特征', '人脸', '指纹', '声纹', '虹膜'],
  },
  {
    rule: '[F4]',
    what: 'positions, tracks, check-ins, photographs outside a need’s paper',
    names: [
      'latitude',
      'longitude',
      'lat',
      'lng',
      'lon',
      'gps',
      'geo',
      'geolocation',
      'geohash',
      'coordinates',
      'position',
      'track',
      'trail',
      'check in',
      'checkin',
      'clock in',
      'photo',
      'photograph',
      'selfie',
      'image',
      'video',
    ],
    chinese: ['经度', '纬度', '定位', '坐标', '轨迹', '打卡', '签到', '照片', '拍照', '自拍', '录像'],
  },
  {
    rule: '[H10]',
    what: 'counts of a person’s visits, diaries, hours, ways and log-ins; quotas',
    names: [
      'visit count',
      'visits count',
      'count of visits',
      'number of visits',
      'visits per',
      'visits by',
      'visit total',
      'diary count',
      'diaries per',
      'diaries by',
      'needs per',
      'hours',
      'mileage',
      'kilometre',
      'kilometer',
      'distance',
      'login count',
      'log in count',
      'sign in count',
      'logins',
      'last login',
      'last seen',
      'online time',
      'quota',
      'streak',
      'read receipt',
    ],
    chinese: [
      '走访次数',
      '走访数',
      '日记数',
      '篇数',
      '工时',
      '时长',
      '里程',
      '公里',
      '登录次数',
      '指标',
      '任务数',
      '已读',
    ],
  },
  {
    rule: '[F3]',
    what: 'assessment and inspection of persons',
    names: [
      'assessment',
      'appraisal',
      'inspection',
      'kpi',
      'performance',
      'per person',
      'per visitor',
      'by visitor',
    ],
    chinese: ['绩效', '督查', '评比', '人均'],
  },
]

/** One place where a banned name stands. */
export type Breach = { readonly where: string; readonly rule: string; readonly name: string }

/** What of the closed list stands in a name, however it is written: `visitCount`, `visit_count`, `visit-count`, 走访次数. */
export function breachesIn(where: string, name: string): readonly Breach[] {
  const words = ` ${wordsOf(name).join(' ')} `
  return closedList.flatMap(({ rule, names, chinese }) => [
    ...names.filter(banned => isIn(words, banned)).map(banned => ({ where, rule, name: banned })),
    ...chinese.filter(banned => name.includes(banned)).map(banned => ({ where, rule, name: banned })),
  ])
}

const isIn = (words: string, banned: string): boolean =>
  words.includes(` ${banned} `) || words.includes(` ${banned}s `)

const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Free search over people, and bulk export of persons, as addresses would show them. */
export function breachesInRoute(address: string): readonly Breach[] {
  const path = address.split('?')[0] ?? ''
  const words = new Set(wordsOf(path))
  const has = (...names: readonly string[]) => names.some(name => words.has(name))
  const breaches = [...breachesIn(address, path)]
  if (has('search', 'find', 'lookup', 'query') && !/:(village|code)\b/i.test(path))
    breaches.push({ where: address, rule: '[F3]', name: 'search beyond one village' })
  if (
    has('export', 'download', 'dump') &&
    has('people', 'persons', 'person', 'members', 'households', 'residents')
  )
    breaches.push({ where: address, rule: '[F3]', name: 'bulk export of persons' })
  return breaches
}
