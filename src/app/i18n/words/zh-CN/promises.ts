/** Promises: few, with a day, kept or told why not [H20]. */
export const promises = {
  name: '答应过的',
  none: '没有答应了没办的。',
  words: '答应的话',
  by: '哪天以前',
  mayI: '我能答应这个吗？',
  kept: '办到了',
  extend: '往后推，讲明缘由',
  reasonTold: '缘由，已经讲给家里',
  newDay: '改到哪天',
  lying: (days: number): string => `搁着 ${String(days)} 天`,
  dayMissing: '还没说哪一天。',
  earlierThanToday: '承诺的日子比今天还早。',
  keep: '记下这个承诺',
  giver: (name: string): string => `${name}答应的`,
}
