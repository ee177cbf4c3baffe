import { createHash } from 'node:crypto'
import { dayOf } from '#domain/base/days.ts'
import { asId, asVillageCode, type ChangeId, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import type { ChangeOf } from '#sync/change.ts'
import { loadActor } from '../accounts/actor.ts'
import type { Context } from '../http/context.ts'
import { append } from '../log/append.ts'
import { updateAnswered, type LinkRow } from './advice-links.sql.ts'
import type { Said } from './advice-page.routes.ts'
import type { AskedFamily } from './gather.ts'

/**
 * Takes what was said by a link into the log, in the name of whom the link asks, dated today [H2]. It comes through whoever
 * made the link and stands under that person's task: where that has ended, it is not taken. Said twice, it is kept once.
 */
export async function takeAdvice(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  link: LinkRow,
  { asked: { household, visit } }: AskedFamily,
  said: Said,
): Promise<boolean> {
  const actor = await loadActor(db, asId<PersonId>(link.asked_by))
  if (actor === null) return false
  const now = clock()
  const village = asVillageCode(link.village_code)
  const change: ChangeOf<'advice.give'> = {
    id: asId<ChangeId>(`link-${shortDigest(link.link_id, visit)}`),
    village,
    household,
    kind: 'advice.give',
    body: {
      visit,
      saidBy: link.said_by,
      via: 'link',
      saidOn: dayOf(now),
      when: said.when === '' ? null : said.when,
      address: said.address.trim(),
      mindful: said.mindful.trim(),
      words: said.words.trim(),
      leaveAlone: said.leaveAlone === '' ? 'unclear' : said.leaveAlone,
    },
    happenedAt: now,
    after: [],
  }
  const device = asId<DeviceId>(`link-${shortDigest(link.link_id)}`)
  const [verdict] = await append(db, village, [{ change, diary: null }], { actor, device, now })
  if (verdict?.ok !== true) return false
  await updateAnswered(db, village, link.link_id, visit)
  return true
}

const shortDigest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
