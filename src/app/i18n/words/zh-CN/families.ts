import { counted, numeral } from './numbers.ts'

/** 农户 */
export const families = {
  name: '农户',
  village: (town: string, groups: number, households: number): string =>
    counted`${town}，${`${numeral(groups)}个组`} ${households}户`,
  find: '找一家',
  hint: '姓名、绰号、wst、塘边…',
  group: (households: number, place: string): string =>
    place === '' ? counted`${households}户` : counted`${households}户，${place}`,
  /** 三组 from a bare number; a name stays as it is. */
  groupName: (group: string): string =>
    group.replace(/^(\d+)组?$/, (_, number: string) => `${numeral(Number(number))}组`),
  groupLetter: (group: string): string =>
    /^\d+组?$/.test(group) ? numeral(Number(group.replace('组', ''))) : group.slice(0, 1),
  ungrouped: '没写组的',
  goOn: (day: string, time: string): string => `${day}${time}去`,
  inHand: (count: number): string => counted`在办${count}件`,
  lying: (count: number): string => counted`搁着${count}件`,
  heard: (count: number): string => counted`听到${count}件`,
  waitingForWord: '等他家的话',
  notBefore: (day: string): string => `${day}以后再去`,
  solved: '办好了',
  notSolved: '没办好',
  none: '这个村还没有花名册。请办公室先收进来。',
  notFound: '没找到。试试绰号，或者门前的样子。',
  otherVillage: '换一个村',
  notYours: '这家不在你们队的村里，看不了。',
  plan: '安排去他家',
  /** 三组，塘边第三家 */
  place: (group: string, note: string): string => [group, note].filter(part => part !== '').join('，'),
  nameless: '没写名字的一家',
  counts: (groups: number, households: number): string =>
    counted`${groups === 0 ? '' : `${numeral(groups)}个组 `}${households}户`,
  choose: '是哪一家',
  chooseUnder: '路上碰见的、临时去的，都在这里找。',
  going: (note: string, going: string): string => [note, going].filter(part => part !== '').join('，'),
}
