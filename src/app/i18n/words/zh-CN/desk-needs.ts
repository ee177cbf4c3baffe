import { counted } from './numbers.ts'

/** 事项 at the desk: by village, kind and state, never by person. */
export const deskNeeds = {
  name: '事项',
  heading: '开着的事',
  under: (count: number): string => counted`${count}件，没有一件看是谁办得多`,
  columns: {
    need: '什么事',
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
