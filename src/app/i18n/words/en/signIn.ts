import type { signIn as words } from '../zh-CN/signIn.ts'
import { several } from './numbers.ts'

/** Signing in on this phone, once; accounts are made by the office. */
export const signIn: typeof words = {
  name: 'Sign in',
  heading: 'Wuxin',
  under: 'Visits to families, until the family says solved.',
  account: 'Account',
  password: 'Password',
  enter: 'Sign in',
  entering: 'Signing in',
  wrong: 'Account and password do not match.',
  tooMany: minutes => `Too many tries; wait ${several(minutes, 'minute')}.`,
  offline: 'No signal. The first sign-in needs the network.',
  unreachable: "The office's machine cannot be reached. Try again in a while.",
  closed: 'This account is stopped. Ask the office.',
  noAccount: 'Accounts are made by the campaign office; there is no sign-up.',
  askOffice: telephone => `Forgot the password? Call ${telephone}`,
  newPassword: 'First time here: choose a password of your own',
  newPasswordTwice: 'Once more',
  notSame: 'The two differ.',
  tooShort: letters => `At least ${several(letters, 'letter')}.`,
  secondStep: 'One-time code',
  secondStepNote: 'See your authenticator.',
  notAPhoneRole: 'This account works at the desk, not on the phone.',
  trouble: 'Something went wrong over there; it is not your password. Try again in a while.',
  tooManyTries: 'Too many tries; wait a few minutes.',
  cannotKeep: "This browser cannot keep anything. Use the phone's own browser, not a private window.",
  notSecure: 'This address is not encrypted, so nothing can be kept safely. Open the https address.',
  starting: 'Coming.',
}
