import { instantOf } from '#domain/base/days.ts'
import type { ChangeId, DeviceId } from '#domain/base/ids.ts'
import { newId } from '#app/sync/new-id.ts'
import { appVersion } from '#app/sync/app-version.ts'
import type { Bodies, Change, Kind } from '#sync/change.ts'
import type { Verdict } from '#sync/outbox.ts'
import { type SyncAnswer, type SyncRequest, wireVersion } from '#sync/wire.ts'
import type { Referred } from '#domain/needs/referral.ts'
import { ask, type Asked } from '../ask.ts'

const PLACE = 'wuxin.desk'

/** This desk as a device of the log: an id of this browser, kept so that a change sent twice is known [S1]. */
function deskDevice(): DeviceId {
  const kept = window.localStorage.getItem(PLACE)
  if (kept !== null) return kept as DeviceId // written below by this very function
  const made = newId<DeviceId>()
  window.localStorage.setItem(PLACE, made)
  return made
}

/** An act of the department on one need, before it is a change. */
export type ReferralAct = {
  [K in Extract<Kind, `referral.${string}` | 'need.find' | 'need.note'>]: {
    readonly kind: K
    readonly body: Bodies[K]
  }
}[Extract<Kind, `referral.${string}` | 'need.find' | 'need.note'>]

/** Sends one act through the log, as every device does; the answer is the log's own word on it. */
export async function sendAct(referral: Referred, act: ReferralAct): Promise<Asked<Verdict>> {
  // The act's kind and body go together.
  const change = {
    id: newId<ChangeId>(),
    village: referral.village,
    household: referral.household,
    happenedAt: instantOf(Date.now()),
    after: [],
    ...act,
  } as Change
  const answer = await ask<SyncAnswer>('/api/sync', { body: requestWith(change) })
  if (!answer.ok) return answer
  const [verdict] = answer.value.verdicts
  return verdict === undefined ? { ok: false, because: 'broken-change' } : { ok: true, value: verdict }
}

/** A request of one change: a desk keeps nothing, so nothing waits on it and nothing is asked for. */
const requestWith = (change: Change): SyncRequest => ({
  wire: wireVersion,
  device: deskDevice(),
  epoch: null,
  changes: [{ change, diary: null }],
  openings: [],
  villages: [],
  room: 0,
  report: { app: appVersion, waiting: 0, oldestAt: null, forReview: 0, notStored: false },
  handOver: [],
  taken: [],
})
