import { advice } from './advice.ts'
import { base } from './base.ts'
import { days } from './days.ts'
import { families } from './families.ts'
import { me } from './me.ts'
import { needs } from './needs.ts'
import { promises } from './promises.ts'
import { refusals } from './refusals.ts'
import { rescue } from './rescue.ts'
import { signIn } from './signIn.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'
import { unlock } from './unlock.ts'

/** All the phone's words in Chinese: one chunk. English has the same shape, so a sentence it lacks is a type error. */
export const phone = {
  advice,
  base,
  days,
  families,
  me,
  needs,
  promises,
  refusals,
  rescue,
  signIn,
  sync,
  today,
  unlock,
}
