import { dayOf, type Day } from '#domain/base/days.ts'
import { asId, type ChangeId, type DeviceId, type PersonId, type VillageCode } from '#domain/base/ids.ts'
import type { Actor } from '#domain/access/grants.ts'
import type { Household } from '#domain/households/household.ts'
import { expiriesDue } from '#domain/visits/advice-over.ts'
import type { Change, ChangeOf } from '../change.ts'
import { append, type Sender } from './append.ts'
import type { Logs } from './ground.ts'

/**
 * Takes what is over of a village's advice from everywhere, through the log itself: the words' place is taken by the
 * saying that they are over [H2] [S15]. Nothing is written where nothing is due. Answers how many visits it was.
 */
export async function expireAdvice(
  logs: Logs,
  village: VillageCode,
  { now, newId }: { readonly now: Sender['now']; readonly newId: () => ChangeId },
): Promise<number> {
  const today = dayOf(now)
  const kept = await logs.store.adviceKept(village)
  const changes = kept.flatMap(({ household, said }) =>
    expiriesDue(household, said, today).map(body => changeOf(household, body)),
  )
  if (changes.length === 0) return 0
  const sender = { actor: theHost(village, today), device: hostDevice, now }
  await append(
    logs,
    village,
    { pushed: changes.map(change => ({ change, diary: null })), broken: [] },
    sender,
  )
  return changes.length

  function changeOf(household: Household, body: ChangeOf<'advice.expire'>['body']): Change {
    return {
      id: newId(),
      village,
      household: household.id,
      kind: 'advice.expire',
      body,
      happenedAt: now,
      after: [],
    }
  }
}

const hostDevice = asId<DeviceId>('the-host')

/** The host itself, by its timer: nobody's act, under the office that answers for the village. */
const theHost = (village: VillageCode, today: Day): Actor => ({
  id: asId<PersonId>('the-host'),
  name: '',
  role: 'office',
  grants: [{ is: 'area', prefix: village, from: today, until: null }],
})
