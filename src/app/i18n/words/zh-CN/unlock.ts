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
  wait: (minutes: number): string => counted`错得太多，等${minutes}分钟再试。`,
  opening: '正在打开',
  choose: '定六位数字，打开这台手机上的东西',
  chooseAgain: '再按一遍',
  notSame: '两遍不一样，重新来。',
  chosen: '定好了。这六位数字只在这台手机上。',
  tooPlain: '这六位太好猜，换几位。',
  waiting: (count: number): string => counted`${count}条等着发出，锁着也在，丢不了。`,
  withPasskey: '用指纹或者脸打开',
  waitSeconds: (seconds: number): string =>
    seconds < 60
      ? counted`错得太多，等${seconds}秒再试。`
      : counted`错得太多，等${Math.ceil(seconds / 60)}分钟再试。`,
  signInFirst: '错了十次。先用口令登录，再按这六位数字。东西都在。',
  passkey: {
    row: '指纹或者脸',
    add: '加上',
    added: '也能打开',
    means: '加上以后，指纹、脸和六位数字都能打开。指纹和脸不出这台手机。',
    pinFirst: '先按一遍六位数字',
    asking: '等手机问一声',
    notAdded: '没加上。手机没点头，或者它给不了这样的钥匙。六位数字照样用。',
    notNow: '先不加',
    addedMeans: '指纹或者脸也能打开这台手机上的东西。这台手机录了别人的指纹，他也就能打开。',
    drop: '不用了，只留六位数字',
  },
  noRoom: '手机满了，打不开。先删些照片、视频腾点地方，再按。东西都在。',
  another: '换人用这台手机',
  chooseNote: '只在这台手机上用，谁也查不到。别用生日。',
}
