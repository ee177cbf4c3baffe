/** 政策：只讲清楚，不替谁定 */
export const policies = {
  page: '讲给人听的话',
  sample: '示例，请按本地核对',
  samples: '政策是随软件来的示例，请按本地核对。',
  explained: '讲过了',
  explainedThis: (title: string): string => `讲过了：${title}`,
  noted: (title: string): string => `记下了，「${title}」讲过了。一年里不再提。`,
  explainedBefore: (list: string): string => `讲过的：${list}`,
  explainedOn: (title: string, day: string): string => `${title}（${day}）`,
  backExplained: (day: string): string => `${day}讲过了，回到访前一页`,
  unsure: (title: string, missing: string): string =>
    missing === '' ? `${title}：说不准。` : `${title}：说不准，还不晓得${missing}。`,
  papers: '要带什么',
  place: '去哪儿、找谁',
  basis: '依据',
  sourceOf: (source: string, day: string): string => `${source}，${day}`,
  validUntil: (day: string): string => `管到 ${day}`,
  checkedBy: (who: string): string => `${who}核过`,
  person: (name: string, age: number | null): string => (age === null ? name : `${name} ${String(age)}`),
  from: (what: string, source: string): string => `${what}（${source}）`,
  needOf: (category: string): string => `家里说过的事：${category}`,
  reasons: (reasons: readonly string[]): string =>
    reasons.length === 0 ? '家家都用得上' : reasons.join('；'),
  seasons: {
    spring: '正是春里办的时候',
    summer: '正是夏里办的时候',
    autumn: '正是秋里办的时候',
    winter: '正是冬里办的时候',
  },
  missing: {
    members: '家里有哪些人',
    'birth-year': (name: string): string => `${name}哪年生的`,
    schooling: (name: string): string => `${name}上学的情形`,
    relation: (name: string): string => `${name}是家里什么人`,
    lapsed: (category: string): string => `${category}现在还算不算`,
  },
}
