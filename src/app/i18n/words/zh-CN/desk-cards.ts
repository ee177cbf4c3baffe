/** 联系卡: printed by group, each with the household's own code. */
export const cards = {
  name: '联系卡',
  heading: '打印联系卡',
  under: '每家一张，背面是他家自己的码。换了码，旧的就不作数。',
  village: '哪个村',
  group: '哪个组',
  all: '全村',
  print: '打印',
  renew: '换一个新码',
  renewMeans: '卡丢了就换。旧码马上不能用。',
  people: '卡上写谁的电话',
  preview: '先看一张',
  none: '这个村还没有花名册。',
}
