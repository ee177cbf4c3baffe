import { arriving } from './arriving.ts'
import { asking } from './asking.ts'
import { brief } from './brief.ts'
import { diary } from './diary.ts'
import { formal } from './formal.ts'
import { plan } from './plan.ts'
import { policies } from './policies.ts'
import { reading } from './reading.ts'
import { sealed } from './sealed.ts'
import { talk } from './talk.ts'
import { voice } from './voice.ts'

/**
 * The phone's words that its first screen does not show: a chunk of its own, on the way while that screen is read.
 * English has the same shape, so a sentence it lacks is a type error.
 */
export const inner = {
  arriving,
  asking,
  brief,
  diary,
  formal,
  plan,
  policies,
  reading,
  sealed,
  talk,
  voice,
}
