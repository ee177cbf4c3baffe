import type { Actor } from '#domain/access/grants.ts'
import { audienceFor, seenBy, type Audience } from '#domain/access/may-see.ts'
import type { VillageCode, VisitId } from '#domain/base/ids.ts'
import type { VillageCursor, VillageNews } from '../wire.ts'
import type { Logs } from './ground.ts'
import { authorFor, type Reader, type Told } from './reader.ts'
import { isFoldable } from './since-wire.ts'
import { snapshotFor } from './snapshot.ts'
import type { VillageLook } from './store.ts'

/** What one village has that the device has not seen; null when the village is none of the reader's [S13] [S14]. */
export async function pull(
  logs: Logs,
  reader: Reader,
  asked: VillageCursor,
  stands: VillageLook | null,
): Promise<VillageNews | null> {
  const audience = audienceFor(reader.actor, asked.code, reader.today)
  if (audience === null || stands === null) return null
  const news = newsOf(asked.code, stands, audience, reader.actor)
  return { ...news, ...(await toldOf(logs, reader, asked, { stands, audience })) }
}

/** How news of a village begins, whatever is told. */
export const newsOf = (code: VillageCode, stands: VillageLook, audience: Audience, actor: Actor) => ({
  code,
  name: stands.name,
  audience,
  colleagues: audience === 'team' ? stands.team.filter(({ id }) => id !== actor.id) : [],
})

type Seen = { readonly stands: VillageLook; readonly audience: Audience }

function toldOf(logs: Logs, reader: Reader, asked: VillageCursor, { stands, audience }: Seen): Promise<Told> {
  const { head } = stands
  const checksum = audience === 'team' ? stands.checksumTeam : stands.checksumCadre
  // A device ahead of the log has seen what a restore forgot: it takes the whole anew [S6].
  const cursor = asked.cursor > head || differs(asked, head, checksum) ? 0 : asked.cursor
  if (cursor === head && asked.cursor === head && asked.parts === null)
    return Promise.resolve({ answer: { is: 'unchanged' }, checksum, more: false, diaries: [] })
  if (audience === 'cadre') return statesSince(logs, reader, asked.code, { cursor, audience })
  const isFar = cursor === 0 || head - cursor > logs.limits.statesAreLess
  if (isFar && reader.wire < partsSinceWire)
    return statesSince(logs, reader, asked.code, { cursor: 0, audience })
  if (isFar || asked.parts !== null) return snapshotFor(logs, reader, asked, stands)
  return changesSince(logs, reader, asked.code, cursor)
}

/** The wire with which snapshots come in parts; who speaks an older one takes the states as they are [S19]. */
const partsSinceWire = 2

/** Whether a device at the log's head holds something else than the log [S9]. */
const differs = (asked: VillageCursor, head: number, checksum: number): boolean =>
  asked.cursor === head && asked.checksum !== null && asked.checksum !== checksum

async function changesSince(logs: Logs, reader: Reader, code: VillageCode, cursor: number): Promise<Told> {
  const found = await logs.store.changesAfter(code, cursor, mostChanges(logs, reader))
  const { changes } = found ?? { changes: [] }
  // A body that was erased, or a kind that came after the reader's app, cannot be folded there: it takes the states.
  if (!isFoldable(changes, reader.wire)) return statesSince(logs, reader, code, { cursor, audience: 'team' })
  const upTo = changes.at(-1)?.seq ?? cursor
  const isAll = found !== null && upTo >= found.head
  return {
    answer: { is: 'changes', from: cursor, upTo, changes },
    checksum: isAll ? found.checksumTeam : null,
    more: found !== null && !isAll,
    diaries: await diariesOfVisits(logs, reader, code, changes.flatMap(visitOf)),
  }
}

/** What a change weighs on the wire, about. */
export const weightOfChange = 800

const mostChanges = ({ limits }: Logs, { room }: Reader): number =>
  Math.min(limits.changesInOneAnswer, Math.max(20, Math.floor(room / weightOfChange)))

const visitOf = ({ change }: { readonly change: { readonly kind: string; readonly body: unknown } }) =>
  // The body of this kind names its visit.
  change.kind === 'visit.record' ? [(change.body as { visit: VisitId }).visit] : []

type Since = { readonly cursor: number; readonly audience: Audience }

async function statesSince(
  { store }: Logs,
  reader: Reader,
  code: VillageCode,
  { cursor, audience }: Since,
): Promise<Told> {
  const found = await store.statesAfter(code, cursor)
  const isTeam = audience === 'team'
  return {
    answer: {
      is: 'states',
      upTo: found?.head ?? cursor,
      whole: cursor === 0,
      households: (found?.states ?? []).map(state => seenBy(audience, state)),
    },
    checksum: (isTeam ? found?.checksumTeam : found?.checksumCadre) ?? null,
    more: false,
    diaries: isTeam ? await store.diaries(code, { by: authorFor(reader, code), visits: null }) : [],
  }
}

const diariesOfVisits = async (logs: Logs, reader: Reader, code: VillageCode, visits: readonly VisitId[]) =>
  visits.length === 0 ? [] : logs.store.diaries(code, { by: authorFor(reader, code), visits })
