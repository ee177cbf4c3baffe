import type { phone as words } from '../zh-CN/phone.ts'
import { advice } from './advice.ts'
import { base } from './base.ts'
import { brief } from './brief.ts'
import { days } from './days.ts'
import { diary } from './diary.ts'
import { families } from './families.ts'
import { formal } from './formal.ts'
import { me } from './me.ts'
import { needs } from './needs.ts'
import { policies } from './policies.ts'
import { promises } from './promises.ts'
import { reading } from './reading.ts'
import { refusals } from './refusals.ts'
import { rescue } from './rescue.ts'
import { sealed } from './sealed.ts'
import { signIn } from './signIn.ts'
import { sync } from './sync.ts'
import { talk } from './talk.ts'
import { today } from './today.ts'
import { unlock } from './unlock.ts'
import { voice } from './voice.ts'

/** All the phone's words in English: one chunk. */
export const phone: typeof words = {
  advice,
  base,
  brief,
  days,
  diary,
  families,
  formal,
  me,
  needs,
  policies,
  promises,
  reading,
  refusals,
  rescue,
  sealed,
  signIn,
  sync,
  talk,
  today,
  unlock,
  voice,
}
