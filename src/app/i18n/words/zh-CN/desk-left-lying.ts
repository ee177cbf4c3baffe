import { counted } from './numbers.ts'

/** 搁着的: things that lie there, to be picked up; never who let them lie [H13]. */
export const leftLying = {
  name: '搁着的',
  heading: '搁着的',
  under: (count: number): string => counted`${count}件。捡起来就是，不问是谁搁下的。`,
  none: '没有搁着的。',
  kinds: {
    'result-untold': '有结果，没讲给家里',
    'no-next-step': '没有下一步',
    'past-day': '过了说好的日子',
  },
  days: (days: number): string => counted`搁着${days}天`,
  columns: {
    what: '什么事',
    family: '谁家的',
    village: '哪个村',
    why: '怎么搁着的',
    since: '从哪天起',
    days: '多久了',
  },
  nextStep: '定下一步和日子',
  ask: '问问是不是要帮手',
}
