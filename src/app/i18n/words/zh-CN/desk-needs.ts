import { counted } from './numbers.ts'

/** 事项 at the desk: by village, kind and state, never by person. */
export const deskNeeds = {
  name: '事项',
  headings: {
    open: '开着的事',
    waiting: '等着的事',
    answered: '等家里一句话',
    closed: '完了的事',
    all: '听到的事',
  },
  toTell: '有结果，还没讲',
  waitingFor: (who: string, day: string): string => (day === '' ? `等${who}` : `等${who}，到 ${day}`),
  under: (count: number): string => counted`${count}件，没有一件看是谁办得多`,
  columns: {
    need: '什么事',
    family: '谁家的',
    village: '哪个村',
    category: '哪一类',
    state: '走到哪儿',
    since: '几时听到的',
    due: '到几时',
    owner: '谁管着',
  },
  none: '没有开着的事。',
  filters: { all: '全部', open: '开着的', waiting: '等着的', answered: '等家里的话', closed: '完了的' },
  supervise: '写一次督办',
}
