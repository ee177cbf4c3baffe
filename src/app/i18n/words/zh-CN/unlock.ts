import { counted } from './numbers.ts'

/** Opening the phone's own copy: six digits. */
export const unlock = {
  name: '打开',
  ask: (digits: number): string => (digits === 6 ? '六位数字打开' : counted`${digits}位数字打开`),
  typed: (count: number): string => counted`已输入${count}位`,
  keys: '数字',
  forgot: '忘了',
  typeAnew: '重输',
  erase: '删一位',
  wrong: '不对，再试一次。',
  wrongLeft: (left: number): string => counted`不对。再错${left}次，这台手机上的就抹掉。`,
  wait: (minutes: number): string => counted`错得太多，等${minutes}分钟再试。`,
  opening: '正在打开',
  choose: '定六位数字，打开这台手机上的东西',
  chooseAgain: '再按一遍',
  notSame: '两遍不一样，重新来。',
  chosen: '定好了。这六位数字只在这台手机上。',
  tooPlain: '这六位太好猜，换几位。',
  waiting: (count: number): string => counted`${count}条等着发出，锁着也在，丢不了。`,
  forgotHeading: '忘了数字',
  forgotMeans:
    '没有这六位数字，谁也打不开这台手机上的东西，我们也不行。重新登录就能再用；已经收到的会回来，没发出去的找不回来。',
  startOver: '重新登录，从头取',
  otherPerson: (telephone: string): string => `换人用这台手机，找办公室 ${telephone}`,
  withPasskey: '用指纹或者脸打开',
  waitSeconds: (seconds: number): string =>
    seconds < 60
      ? counted`错得太多，等${seconds}秒再试。`
      : counted`错得太多，等${Math.ceil(seconds / 60)}分钟再试。`,
  signInFirst: '错了十次。先用口令登录，再按这六位数字。东西都在。',
  signInNow: '用口令登录',
  another: '换人用这台手机',
  chooseNote: '只在这台手机上用，谁也查不到。别用生日。',
  newDigits: '换六位新的，没发出去的不要了',
  newDigitsMeans: (waiting: number): string =>
    waiting === 0
      ? '口令对了。这台手机上的重新取，再定六位数字。'
      : counted`口令对了。重新定六位数字，这台手机上还没发出的${waiting}条找不回来。`,
}
