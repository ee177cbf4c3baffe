import { counted } from './numbers.ts'

/** A day in digits stands apart from the letter before it: 从 4月14日, 从今天. */
const apart = (day: string): string => (/^\d/.test(day) ? ` ${day}` : day)

/** 手机: whether what was written on them arrives, and what to do when one is lost. Never who did how much [H10]. */
export const devices = {
  name: '手机',
  heading: '写下的话，都到了没有',
  under: '要帮一把的在上面。只看话到没到，不看谁做了多少。',
  none: '还没有手机连上来。队员头一回登录以后，这里就有了。',
  noneAsks: '没有要帮一把的，话都到了。',
  filters: { all: '全部', asks: '要帮一把的' },
  columns: {
    who: '谁的',
    synced: '上一回连上',
    waits: '还等着的',
    standing: '要不要帮一把',
    act: '丢了手机',
  },
  noTeam: '没有在哪个队',
  knownFrom: (day: string): string => `从${apart(day)} 用起`,
  waits: (count: number, since: string): string =>
    since === '' ? counted`${count}条` : counted`${count}条，从${apart(since)} 起`,
  waitsNone: '没有',
  waitsUnknown: '不知道',
  standings: {
    'not-stored': '手机满了，有话没存下',
    'for-review': (count: number): string => counted`${count}条没被收下，等本人看一眼`,
    'waits-long': '等了一天还没发出来，看看有没有信号',
    waits: '信号断了，等它再连上',
    'old-app': (app: string): string =>
      app === '' ? '程序旧了，有网时刷新一下' : `程序还是 ${app}，有网时刷新一下`,
    well: '都好',
    revoked: (day: string): string => `${day}停掉了`,
  },
  act: '这部手机丢了',
  actFor: (name: string): string => `${name}的这部手机丢了`,
  sheet: {
    heading: (name: string): string => `${name}的手机丢了`,
    onIt: '手机上的',
    onItMeans: '没有本人的数字打不开。它再连上来就会被拒掉，上面的全抹掉。',
    onItOld: '没有本人的数字打不开。它再连上来就会被拒掉。',
    received: '已经收到的',
    receivedMeans: '一条不少。换一台手机登录，都看得到。',
    unsent: '没发出来的',
    stop: '停掉这部手机',
    keep: '先不停',
    noWayBack: '停了就开不回来。手机找着了，重新登录，当一台新的用。',
  },
  lost: (count: number, since: string): string =>
    since === ''
      ? counted`有${count}条没发出来，跟手机一起丢了。`
      : counted`有${count}条没发出来，从${apart(since)} 起的，跟手机一起丢了。`,
  lostNone: '上一回连上时，没有等着发的。',
  lostUnknown: '它的程序旧，没说过还有没有等着发的。',
  lostAfter: (day: string): string => `上一回连上是${day}。那以后要是还写过，这里看不到，也丢了。`,
  rescue: {
    heading: '自己的救援文件',
    means:
      '手机坏了、发不出去，存过一份救援文件的，本人登录后在这里交。别人的交不了。里头的东西不留在这台机器上。',
    received: (count: number): string => counted`${count}条收到了。`,
    keepFile: (refused: number, drafts: number): string =>
      `${[refused > 0 ? counted`${refused}条没被收下` : '', drafts > 0 ? counted`写了一半的${drafts}样` : '']
        .filter(part => part !== '')
        .join('，')}，这里不留。文件别删，登录新手机后在「我的」里再交一次，就都回来，不会重。`,
  },
  stopped: (name: string): string => `停掉了。${name}换一台手机登录就能接着用。`,
}
