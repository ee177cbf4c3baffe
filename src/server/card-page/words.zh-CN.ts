import { dayOf, type Day, type Instant } from '#domain/base/days.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { KeptVisit } from '#domain/households/kept.ts'
import type { FactKey, Settling, Source } from '#domain/households/household.ts'
import type { Channel, HouseholdAnswer, Step } from '#domain/needs/need.ts'
import { html, type Markup } from './markup.ts'
import { ended, hourOf, numbersOf } from './spoken.ts'

const date = (on: Day, today: Day): string => {
  const { year, month, date } = numbersOf(on)
  return `${year === numbersOf(today).year ? '' : `${year}年`}${month}月${date}日`
}

function partOfDay(at: Instant): string {
  const hour = hourOf(at)
  if (hour < 5) return '夜里'
  if (hour < 12) return '上午'
  if (hour < 14) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

const told: Record<Channel, string> = {
  'at-the-door': '到家说',
  telephone: '打电话说',
  relay: '托人带话说',
  card: '在这里回话',
}

const said: Record<HouseholdAnswer['says'], string> = {
  solved: '办好了',
  'not-solved': '没办好',
  'rather-not-say': '不想说',
}

const refusals: Partial<Record<Refusal, string>> = {
  'not-answered': '这件事眼下不等您的话：您说过了，正在接着办；或者结果还没讲给您听。',
  'answer-too-late-to-change': '过了七天，这里改不了了。打个电话，可以重新提。',
  'unknown-need': '没找到这件事。',
}

const facts: Record<FactKey, string> = {
  'contact-name': '怎么称呼',
  group: '几组',
  'household-no': '户号',
  'house-note': '门前的样子',
  telephone: '电话',
  'good-times': '几时在家',
  language: '说话',
  hearing: '听力',
  mobility: '走动',
  'living-at-home': '家里住着',
  away: '在外头的',
  category: '享受的政策',
  'policy-explained': '讲过的政策',
  'leave-topic-alone': '不提的话题',
}

const sources: Record<Source, (by: string) => Markup> = {
  household: by => html`您家说的，${by}记下`,
  visitor: by => html`${by}上门记下`,
  'village-cadre': by => html`村干部说的，${by}记下`,
  roster: () => html`花名册上的`,
}

const settled: Record<Settling['is'], string> = {
  'in-use': '用这个',
  'set-aside': '不用这个，还留着',
  'left-open': '几个说法都留着',
}

const steps: Record<Step['is'], string> = {
  heard: '听到了',
  agreed: '说定了要办',
  'taken-in-hand': '着手办',
  'done-on-the-spot': '当场办了',
  referred: '交给部门',
  accepted: '部门接下了',
  returned: '部门退回',
  extended: '延期',
  found: '有结果了',
  told: '讲给您家听了',
  solved: '您家说办好了',
  'not-solved': '您家说没办好',
  'rather-not-say': '您家说不想说',
  withdrawn: '您家说不办了',
  noted: '记一笔',
}

const visits: Record<KeptVisit['outcome'], string> = {
  planned: '打算来',
  held: '来过',
  'nobody-home': '来过，没人在家',
  'another-day': '说好改天再来',
}

/** Everything the household's page says in Chinese. Villagers are 您. */
export const words = {
  lang: 'zh-CN',
  other: { lang: 'en', name: 'English' },
  /** What stands between two sentences. */
  gap: '',
  /** What people said or wrote, as it is: it is in the language of the page. */
  own: (text: string): Markup => html`${text}`,
  date,
  moment: (at: Instant, today: Day): string => `${date(dayOf(at), today)}${partOfDay(at)}`,
  card: (village: string): Markup => html`${village}民情联系卡`,
  title: (name: string): string => `${name}家的民情联系卡`,
  greeting: (name: string): Markup => (name === '' ? html`您好` : html`${name}家，您好`),
  allHere: '您家托我们的事，都在这里。',
  nothingHere: '眼下没有您家托办的事。想起什么，打个电话就行。',
  marks: {
    heard: '听到了',
    agreed: '说定了',
    'in-hand': '正在办',
    'to-tell': '有回音了',
    returned: '退回来了',
    'not-solved': '没办好，接着办',
    waiting: (who: string): string => `等${who}`,
    past: '过了说好的日子',
    answered: '回过话了，等您说一句',
    solved: '办好了',
    unconfirmed: '您家没多说',
    withdrawn: '不办了',
    promise: '答应过您家的',
  },
  heard: (owner: string): Markup => html`${owner}听到了，怎么办还要跟您说定。`,
  agreed: (owner: string): Markup => html`说定了要办，下一步还没定。可以问${owner}。`,
  inHand: (owner: string): Markup => html`${owner}在办。`,
  next: (what: string, by: string | null): Markup =>
    html`接下来：${by === null ? ended(what) : `${by}前，${ended(what)}`}`,
  nextPast: (what: string, by: string): Markup => html`说好${by}前${ended(what)}日子过了，还没有回音。`,
  noNext: '下一步还没定。',
  toTell: (by: string): Markup => html`${by}会来说给您家听。`,
  returned: (department: string, on: string, reason: string): Markup =>
    html`${department}${on}退回来了：${ended(reason)}`,
  notSolved: (on: string, owner: string): Markup => html`您家${on}说没办好，${owner}接着办。`,
  offered: (department: string, on: string): Markup => html`${on}交给了${department}，等他们接下。`,
  accepted: (department: string, officer: string, due: string): Markup =>
    html`${department}的${officer}在办，${due}前有结果。`,
  acceptedPast: (department: string, officer: string, due: string): Markup =>
    html`${department}的${officer}在办。说好${due}前有结果，日子过了，还没有回音。`,
  extended: (reason: string): Markup => html`延到这一天，是因为${ended(reason)}`,
  told: (on: string, by: string, how: Channel, result: string): Markup =>
    html`${on}${by}${told[how]}：${ended(result)}`,
  cannotBeDone: '这件事，照现在的规定办不成。',
  isItSolved: '您看，办好了没有？',
  answers: said,
  anyAnswer: '说哪样都不碍事。说错了，七天里能改。',
  youSaid: (on: string, says: HouseholdAnswer['says']): Markup => html`您家${on}说：${said[says]}`,
  youSaidThis: '您说的是这个',
  mayChange: (until: string): string => `到${until}都能改`,
  change: '说错了，改一改',
  withdrawn: (on: string): Markup => html`您家${on}说不办了。`,
  before: '以前的事',
  promises: '答应过您家的事',
  promised: (giver: string, what: string, due: string | null): Markup =>
    html`${giver}答应${due === null ? '' : `${due}前`}：${ended(what)}`,
  promisedPast: '日子过了，还没做到。',
  kept: (on: string, how: string): Markup => html`${on}做到了${how === '' ? '。' : html`：${ended(how)}`}`,
  people: '找得到的人',
  call: '打电话',
  duty: {
    asked: '工作队，管您家的事',
    'team-leader': (title: string) => html`${title || '工作队长'}`,
    visitor: (title: string) => html`${title || '工作队员'}`,
    'village-cadre': (title: string) => html`${title || '村干部'}`,
    office: '换人、提意见、要删除',
  },
  office: '活动办公室',
  seen: '谁看过您家的情况',
  nobodyLooked: '还没有人看过。',
  why: {
    prepare: '为上门做准备',
    advise: '说怎么上门合适',
    'follow-up': '办您家的事',
    look: '看了看您家的事',
  } as Readonly<Record<string, string>>,
  someoneElse: '看了看',
  sawIt: (title: string, name: string, why: string): Markup => html`${title}${name}，${why}`,
  seenBefore: (count: number): Markup => html`更早的 ${count} 次，在“看我家记了些什么”里`,
  yours: '这些都由您',
  readKept: '看我家记了些什么',
  correct: { name: '有写错的，改', how: (who: string): Markup => html`打给${who}，说哪里不对` },
  decline: { name: '以后别上门了', how: (who: string): Markup => html`打给${who}，说到几时别来` },
  erase: { name: '把我家的都删掉', how: (who: string): Markup => html`打给${who}，说要删` },
  noTelephone: '当面跟来的人说一声',
  notBefore: (on: string): Markup => html`记下了：${on}以前不上门。`,
  alsoByTelephone: '不会上网也行：打电话，报卡上的码，一样办。',
  formal: {
    name: '还想往上说，有正式渠道',
    /** 信访工作条例 Art 17–19, 22–23, 34, 46: an oral petition, written notice, time limits, no retaliation. */
    how: '写信、上门、口头说都行，十五天内书面告诉您收没收，收了六十天里办完，难办的最多再加三十天。谁都不许因为这个为难您。',
    where: (who: string): Markup => html`往哪里说，问${who}。`,
  },
  noted: '记下了。',
  willKnow: (who: string): Markup => html`${who}那边一有信号就知道。`,
  notTaken: '这句没记下',
  refusals,
  otherRefusal: '这句没记下。您再说一遍，或者打个电话，一样算数。',
  whoeverHandles: (owner: string): Markup => html`${owner}接着办。`,
  backToCard: '回到我家的卡',
  askCode: {
    title: '民情联系卡',
    heading: '看我家的卡',
    under: '输入卡背面的码，大写小写、空格都不要紧。',
    field: '卡上的码',
    open: '打开我家的卡',
    wrong: '没有这个码。照着卡再输一遍；卡换过的话，旧码不能用了。',
    tooMany: '试得太多了，歇十分钟再来。',
    wait: '卡在手里，打电话报码，现在就能办。',
    lost: '卡丢了，打电话换一张，旧码就不能用了。',
  },
  keptPage: {
    title: '看我家记了些什么',
    under: '都在这里了，每一条写着谁说的、几时记的。',
    facts: '您家的情况',
    members: '家里人',
    born: (year: number): string => `${year}年生`,
    consents: '您家同意过的',
    consent: (on: string, by: string, says: 'yes' | 'no', forWhat: string): Markup =>
      html`${on}${by}听您家说：${says === 'yes' ? '同意' : '不同意'}，${ended(forWhat)}`,
    visits: '上门',
    visit: (by: string, outcome: KeptVisit['outcome']): Markup => html`${by}${visits[outcome]}`,
    stories:
      '上门的人自己写日记，只有写的人和队长看得到；走了以后自己口述的录音，只有他自己听得到。您家说的话不录音。',
    advice: (by: string, until: string): Markup => html`${by}说过怎么上门合适，过了${until}就不再用`,
    needs: '您家托的事，一步一步',
    saidBy: (who: string): Markup => html`${who}说的`,
    mayTell: (what: string): Markup => html`您家同意讲出去的：${ended(what)}`,
    keepBack: (what: string): Markup => html`不讲出去的：${ended(what)}`,
    step: (is: Step['is'], by: string): Markup => html`${steps[is]}（${by}）`,
    promises: '答应过您家的事',
    seen: '谁看过您家的情况',
    none: '没有记。',
    current: '现在用这个',
    until: (on: string): string => `到${on}为止`,
    fact: (key: FactKey): string => facts[key],
    source: (source: Source, by: string): Markup => sources[source](by),
    topicToLeave: '有一个话题不提，没写是什么',
    settled: (is: Settling['is'], by: string, on: string): Markup => html`${on}，${by}定的：${settled[is]}`,
    wrong: '有写错的，或者不想留的，打电话说一声就行。',
    erase:
      '想全部删去，打电话给活动办公室，报卡上的码，或者请上门的人转告。不问为什么，也不影响办事；还在办的事会跟着停。',
  },
  erasedPage: {
    title: '您家的都删去了',
    erased: (on: string): Markup => html`照您家的意思，${on}都删去了。这里什么也没有留。`,
    stays: '只留着这几样：有过这么一户、哪天删的，还有谁看过，上面没有您家的名字。',
    again: '以后有事要托我们，还可以打电话。',
  },
}
