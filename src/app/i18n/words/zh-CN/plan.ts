/** 这几天: the team's plan, and what helps to plan well. */
export const plan = {
  name: '队里这几天',
  heading: '同一家，不跑两趟',
  under: '按几时在家、哪一组、挨着谁排。',
  empty: '这几天没安排去谁家。',
  goes: (who: string): string => `${who}去`,
  also: (who: string, day: string): string => `${who}也安排了${day}去。商量一下，去一趟就好。`,
  homeAt: {
    village: (time: string): string => `村里说${time}家里有人`,
    family: (time: string): string => `他家${time}在家`,
    season: (time: string): string => `眼下农时，${time}多半在家`,
  },
  companion: '和谁同去',
  others: '别的人',
  again: (day: string, time: string): string => `没人在家，改${day}${time}再去`,
  againKept: (day: string): string => `记下了，改${day}再去。`,
  orJust: '要不，只记一笔',
  askAgain: '再去看看',
  unready: (reasons: string): string => `去的时候还没备好：${reasons}`,
}
