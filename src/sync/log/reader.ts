import { isOnTeam, type Actor } from '#domain/access/grants.ts'
import type { Day, Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { VillageNews } from '../wire.ts'
import type { DiariesAsked } from './store.ts'

/** Who asks, when, and over which wire the answer goes [S19]. */
export type Asker = { readonly actor: Actor; readonly now: Instant; readonly wire: number }

/** Who reads, on which day, over which wire, and how many bytes there is room for. */
export type Reader = {
  readonly actor: Actor
  readonly today: Day
  readonly wire: number
  readonly room: number
}

/** What a reader is told of a village, but for how the village is named. */
export type Told = Pick<VillageNews, 'answer' | 'checksum' | 'more' | 'diaries'>

/** Whose stories this reader may read: the own ones; for a team leader those of the team, which is null [S14]. */
export const authorFor = ({ actor, today }: Reader, code: VillageCode): DiariesAsked['by'] =>
  actor.role === 'team-leader' && isOnTeam(actor, code, today) ? null : actor.id
