import type { inner as chinese } from '../zh-CN/inner.ts'
import { brief } from './brief.ts'
import { diary } from './diary.ts'
import { formal } from './formal.ts'
import { policies } from './policies.ts'
import { reading } from './reading.ts'
import { sealed } from './sealed.ts'
import { talk } from './talk.ts'
import { voice } from './voice.ts'

/** The phone's inner words in English. */
export const inner: typeof chinese = {
  brief,
  diary,
  formal,
  policies,
  reading,
  sealed,
  talk,
  voice,
}
