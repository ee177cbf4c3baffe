import type { inner as chinese } from '../zh-CN/inner.ts'
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

/** The phone's inner words in English. */
export const inner: typeof chinese = {
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
