import { counted } from './numbers.ts'

/** Signing in on this phone, once; accounts are made by the office. */
export const signIn = {
  name: '登录',
  heading: '五心',
  under: '入户走访，办到家里说好。',
  account: '账号',
  password: '口令',
  enter: '进去',
  entering: '正在进去',
  wrong: '账号和口令对不上。',
  tooMany: (minutes: number): string => counted`试得太多，等${minutes}分钟再来。`,
  offline: '没有信号，第一次登录要连上网。',
  unreachable: '连不上办公室的机器。过一会儿再试。',
  closed: '这个账号停了。问办公室。',
  noAccount: '账号由活动办公室开，没有注册这回事。',
  askOffice: (telephone: string): string => `忘了口令，打 ${telephone}`,
  newPassword: '头一回进来，换一个自己的口令',
  newPasswordTwice: '再写一遍',
  notSame: '两遍不一样。',
  tooShort: (letters: number): string => counted`至少${letters}个字。`,
  secondStep: '动态码',
  secondStepNote: '看一眼你的验证器。',
}
