import { counted, numeral } from './numbers.ts'

/** 图景: the office's and the leader's look at where things stand, never at who did them. */
export const picture = {
  name: '图景',
  heading: '听到的事，走到哪儿了',
  under: (place: string, until: string): string => `${place}，到 ${until}。看的是事，不看是谁办的。`,
  places: (towns: number, villages: number): string =>
    towns > 1 ? counted`${`${numeral(towns)}个镇`} ${villages}个村` : counted`${villages}个村`,
  riverSays: (heard: string, solved: string, open: string, lying: string): string =>
    `${heard} 件听到的事，${solved} 件家里说办好了，${open} 件还开着，其中 ${lying} 件搁着`,
  few: '—',
  stages: {
    heard: '听到了',
    agreed: '说定了',
    'in-hand': '在办过',
    answered: '回过话',
    solved: '家里说办好了',
  },
  pools: {
    withdrawn: '家里说不办了',
    'not-agreed': '还没说定',
    'no-way-yet': '没定办法',
    'left-lying': '搁着',
    waiting: '等着别人',
    'in-hand': '正在办',
    'rather-not-say': '不想说',
    awaiting: '等家里一句话',
  },
  reopened: '家里说没办好，又拿回来办',
  stage: '走到哪儿',
  count: '件数',
  openWhere: '还开着的，在哪儿、哪一类',
  place: '哪里',
  age: '开着多久了',
  ages: {
    'up-to-7': '7 天内',
    'up-to-14': '8–14 天',
    'up-to-30': '15–30 天',
    'up-to-60': '31–60 天',
    'over-60': '60 天以上',
  },
  leftLying: '搁着的',
  lyingKinds: {
    'result-untold': '有结果，没讲给家里',
    'no-next-step': '没有下一步',
    'past-day': '过了说好的日子',
  },
  promisesPastDay: '答应过的话，过了日子',
  matters: (count: number): string => counted`${count}件`,
  theirWords: '手工挑的，不写名字。',
  empty: '还没有听到什么事。等头一篇日记回来。',
}
