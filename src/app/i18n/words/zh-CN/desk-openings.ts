/** 查看记录: who opened which household, when and why; the household reads the same. */
export const openings = {
  name: '查看记录',
  heading: '谁看过谁家',
  under: '只添不改。各家在自己的联系卡上看得到自家的。',
  columns: { when: '几时', who: '谁', household: '哪一家', why: '为什么' },
  whys: { prepare: '准备上门', 'follow-up': '接着办事', advise: '说怎么上门', look: '看一看' },
  village: '哪个村',
  chooseVillage: '挑一个村',
  wholeVillage: '看全村的',
  none: '还没有人看过。',
  chainWhole: '这一串记录是完整的。',
  chainBroken: '这一串记录有断处，请个人信息保护负责人来看。',
}
