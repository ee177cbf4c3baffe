import { days } from './days.ts'
import { counted } from './numbers.ts'

/** The one line that says where things are, and what is said when they do not move. */
export const sync = {
  received: '都已收到',
  signInAgain: (count: number): string => counted`${count}条等着发出，要重新登录一下`,
  waiting: (count: number, oldestMinutes: number): string =>
    counted`${count}条等着发出，最早` + (oldestMinutes < 1 ? '' : '\u2009') + days.ago(oldestMinutes),
  sending: (left: number): string => counted`正在发，还有${left}条`,
  offline: '没有信号。记的都在这台手机上',
  savedHere: '在这台手机上，有信号就发出',
  refused: (count: number): string => counted`${count}条没被收下，看看为什么`,
  notStored: '手机满了，刚才那句没存下',
  notStoredLong: '手机满了，刚才那句没存下。删几张照片再记，字还在屏幕上。',
  willRetry: '没发出去，过一会儿自己再试。东西都在这台手机上。',
  kept: '这条没被收下，字都留着。',
  justSaved: '刚存在这台手机上',
  fetching: (of: number, got: number): string => counted`正在取村里的名册，${of}户里到了${got}户。`,
  fetchingFirst: '正在取村里的名册，到了就在这里。',
  fetchingVillages: (of: number, got: number): string => counted`正在取名册，${of}个村里到了${got}个`,
  part: ({ got, of }: { readonly got: number; readonly of: number }): string =>
    counted`，下一个共${of}份，到了${got}份`,
  coming: (got: number, of: number | null): string =>
    of === null
      ? `正在来的到了 ${String(got)} KB。断了不要紧，从断的地方接着取。`
      : `正在来的 ${String(of)} KB 里到了 ${String(got)} KB。断了不要紧，从断的地方接着取。`,
  olderServer: (count: number): string => counted`${count}条等着发出，那边换了新的就发`,
  locked: (count: number): string => counted`${count}条等着发出，锁着也在，丢不了。`,
  sendNow: '现在发',
  pull: '往下拉，问问有没有新的',
  letGo: '松手就去问',
  asking: '正在问',
  differs: '这台手机上的和那边对不上，正在重新取。等着发出的都留着。',
  signedOut: '好久没登录了。再登一次，等着发出的接着发。',
  forgotten: '这个村不归你们队了，这台手机上的已经抹掉。',
  mendAndSend: '改一改再发',
  hand: '交给同事',
  discard: '知道了，不要这条',
  needs: '这条要等前面那条先收下。',
}
