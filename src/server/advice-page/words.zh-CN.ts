/** 怎么上门, by a link: 您, because a favour is asked. */
export const words = {
  title: '怎么上门',
  heading: (name: string): string => `${name}，帮着想想`,
  under: (families: number): string =>
    families === 1 ? '知道几句说几句，空着也行，两分钟。' : '一家一家说，知道几句说几句，空着也行。',
  family: (name: string): string => `${name}家`,
  when: (date: string, ahead: number, time: string): string =>
    (ahead === 0 ? '今天' : ahead === 1 ? '明天' : date) + time,
  comes: (when: string, who: readonly string[]): string => `${when}，${who.join('、')}去。`,
  said: '他家您说过了。',
  times: {
    morning: '上午',
    noon: '中午',
    afternoon: '下午',
    'after-work': '收工后',
    'after-supper': '晚饭后',
  },
  prompts: {
    when: '几时去，家里有人？',
    address: '怎么称呼家里人？',
    mindful: '说话要留心啥？（耳朵、腿脚、口音）',
    leaveAlone: '有没有不愿提的话头？只答有没有，不用说是啥。',
    words: '还有啥要嘱咐的？',
  },
  topics: { no: '没有', yes: '有', unclear: '不清楚' },
  tell: (name: string): string => `告诉${name}`,
  promise: '不评人，不打分。您说的话记您的名字，走访完了、最长三个月就删。这个链接只管一天。',
  thanks: '都说到了，劳烦您。',
  thanksUnder: '可以关上了。要再补一句，打个电话就行。',
  after: {
    empty: '还一句没说。说一句再发，不想说就关上。',
    'not-taken': '这一家没记下：走访已经过了，或者改了。别的还能说。',
  },
  none: {
    wrong: '这个链接打不开了。',
    'too-many': '试得太多，过十分钟再来。',
  },
  noneUnder: '链接只管一天，说完了也就关了。要说的话，给工作队打个电话，一样记。',
}
