import { counted } from './numbers.ts'

/** What was not sent when a key is gone or a phone fails: where it lies, and how it gets to the office. */
export const rescue = {
  /** Sentences one after the other. */
  told: (sentences: readonly string[]): string => sentences.join(''),
  keyDropped: '错了十次。这台手机上的都收起来了，谁也打不开。',
  unsent: (changes: number, drafts: number): string =>
    [changes > 0 ? counted`没发出去的${changes}条` : '', drafts > 0 ? counted`写了一半的${drafts}样` : '']
      .filter(part => part !== '')
      .join('、'),
  stillHere: (what: string): string => `${what}还封在这里，只有办公室那边能打开，这台手机上谁也看不了。`,
  since: (day: string): string => `最早的是${day}写的。`,
  goesAtSignIn: '登录以后先交上去，再定六位新数字。',
  nothingUnsent: '没有等着发出的，什么也没丢。登录以后重新取，再定六位新数字。',
  forgot: (waiting: number): string =>
    waiting === 0
      ? '用口令登录，再定六位新数字。写了一半的也会回来。'
      : counted`用口令登录。等着发出的${waiting}条先交上去，再定六位新数字。`,
  back: '想起来了，回去按数字',
  notRescued: (count: number): string =>
    counted`有${count}条办公室那边打不开，没收下。先存一份救援文件，问问办公室；或者知道了，不要这几条。`,
  loseAndBegin: '不要这几条，定新数字',
  came: (received: number, refused: number, drafts: number): string =>
    [
      received > 0 ? counted`${received}条收到了` : '',
      refused > 0 ? counted`${refused}条没被收下，在「我的」里看` : '',
      drafts > 0 ? counted`写了一半的${drafts}样回来了` : '',
    ]
      .filter(part => part !== '')
      .join('，')
      .concat('。'),
  whoIsHere: '谁用这台手机',
  whoIsHereMeans: '各有各的数字，谁也看不见谁的。',
  waits: (count: number): string => (count === 0 ? '都发出去了' : counted`${count}条等着发出`),
  someoneNew: '别人用，拿口令登录',
  revoked: (name: string): string => `这台手机停用了。${name}存在这里的都删了，已经收到的都在办公室。`,
  revokedWhy: '丢了的手机、换了的手机，办公室会停掉。要是弄错了，打电话问办公室。',
  revokedOn: '换人登录',
  file: '救援文件',
  fileActs: '存一份，交一份',
  fileMeans:
    '手机坏了、满了、发不出去，就把没发的存成一个文件。里头是封好的，只有办公室那边能打开；换哪台手机登录你自己的账号，都能交。',
  save: '存一份救援文件',
  saved: (count: number): string => counted`存好了，里头有${count}条。交上去以前别删。`,
  nothingToSave: '没有等着发出的，不用存。',
  noKeyYet: '这台手机还没联过网，封不了。有信号时打开一次再存。',
  handIn: '交一份救援文件',
  handingIn: '正在交',
  handedIn: (what: string): string => `交上去了：${what}`,
  nothingIn: '文件里没有要交的。',
  otherDrafts: (count: number): string =>
    counted`有${count}篇草稿这台手机上写的不一样，留着这里的，文件里的没动。`,
  someUnreadable: (count: number): string => counted`${count}条打不开，没收下。文件留着，问问办公室。`,
  refused: {
    foreign: '这不是救援文件。找找名字里有 wuxin-rescue 的那个。',
    cut: '文件不全，后头断了。重新拷一份再交。',
    edited: '文件被改过，不能收。找没动过的那份。',
    newer: '这份文件是新版存的。联上网打开一次，更新了再交。',
    'of-another': '这是别人的救援文件。让本人用自己的账号来交。',
    'no-signal': '没有信号，没交成。文件还在，有信号再交。',
    'signed-out': '登录过期了。再登一次，再交这份文件。',
    'another-person': '这会儿登录的是另一个人。用自己的口令再登一次，再交。',
    revoked: '这台手机停用了，交不了。换一台登录再交。',
    'server-trouble': '那边出了点岔子，没交成。文件还在，过一会儿再交。',
    'not-stored': '那边收到了，退回来的存不进这台手机。腾点地方，再交一次，不会重。',
  },
  lockAfterHow: '多久不碰就锁上',
  minutes: (minutes: number): string => counted`${minutes}分钟`,
  lockMeans: '锁以前，写了一半的先存好。拉家常那一页摆在面前时不锁，收起手机才锁。',
}
