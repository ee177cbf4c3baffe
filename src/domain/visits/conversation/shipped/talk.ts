import type { TalkLine } from '../talk-line.ts'
import { advices } from './advices.ts'
import { kin } from './kin.ts'
import { peopleOpeners } from './people-openers.ts'
import { praises } from './praises.ts'
import { instead, promising } from './promising.ts'
import { seasonOpeners } from './season-openers.ts'
import { topics } from './topics.ts'

/**
 * The conversation card as it ships [H7]: over the solar terms and the feasts, ages, livelihoods as far as the house shows
 * them, and customs; in plain Chinese, in English, and in Hubei's words where those differ. Samples for the office to change.
 */
export const shippedTalk: readonly TalkLine[] = [
  ...seasonOpeners,
  ...peopleOpeners,
  ...praises,
  ...advices,
  ...topics,
  ...promising,
  ...instead,
  ...kin,
]
