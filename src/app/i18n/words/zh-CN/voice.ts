/** 录音: the visitor's own words beside a diary, or in its place. */
export const voice = {
  heading: '录一段',
  ownWords: '离开他家以后，用自己的话说。不录他家的人。',
  kept: (minutes: number, days: number): readonly string[] => [
    `最长 ${String(minutes)} 分钟，说一秒存一秒。`,
    '只有你听得到，队长也听不到。',
    `他家要删，它跟着删；满 ${String(days)} 天也删。`,
  ],
  begin: '开始说',
  stop: '说完了',
  clock: (seconds: number): string =>
    `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`,
  left: (seconds: number): string => `存在这台手机上，还能说 ${String(seconds)} 秒`,
  cannot: {
    'not-allowed': '手机没让用话筒。在手机设置里准了再来，或者写下来，也可以按住输入法的话筒说。',
    'no-microphone': '没找到话筒。写下来也行。',
    'not-able': '这个浏览器录不了音。写下来，或者按住输入法的话筒说。',
    full: '手机满了，录不下。删几张照片再来，或者写下来。',
  },
  fullMeanwhile: '手机满了，录到这里为止。前面说的都在。',
  list: '录音',
  lasts: (seconds: number): string => `录音 ${String(seconds)} 秒`,
  hear: (seconds: number): string => `听一听，${String(seconds)} 秒`,
  silence: '停下',
  playing: '正在放',
  cannotHear: '这会儿放不出来，有信号再试',
  drop: (seconds: number): string => `删掉这段录音，${String(seconds)} 秒`,
  dropIt: '删掉',
  letGone: '这段录音离开这页就删',
  stands: {
    here: '在这台手机上',
    received: '已收到',
    declined: '没被收下，只在这台手机上',
    far: '有信号就能听',
  },
  beside: '旁边写一行也好：他家要办什么。录音不会变成字，也读不出事来。',
  keepVoice: '就用录音，存下这一回',
  savedVoice: (count: number): string =>
    count === 1 ? '一段录音，记下了。' : `${String(count)} 段录音，记下了。`,
  onlyYou: '录音只有你自己听得到。',
  leftVoice: '有录音，放开时一起删。',
}
