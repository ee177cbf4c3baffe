import { describe, expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { asId, type DeviceId, type VisitId } from '#domain/base/ids.ts'
import { newDeviceFacts, type DeviceState } from '#sync/engine/device-state.ts'
import { newReplica } from '#sync/replica.ts'
import { change, today, wangFamily } from '#test/builders/changes.ts'
import { registered } from '#test/builders/household.ts'
import { gaoqiao, heLan, zhouMin } from '#test/builders/people.ts'
import { standingOf, voicesWaiting } from './standing.ts'

const visit = asId<VisitId>('visit-0001')
const record = change('visit.record', {
  visit,
  on: today,
  time: null,
  companions: [],
  outcome: { is: 'held' },
})
const spokenAt = asInstant('2026-04-16T12:00:00.000Z')

const empty: DeviceState = {
  facts: newDeviceFacts(asId<DeviceId>('device-0001'), zhouMin),
  villages: new Map(),
  outbox: { waiting: [], forReview: [] },
  received: [],
  openings: [],
  drafts: new Map(),
  diaries: new Map(),
  parts: new Map(),
  handing: new Map(),
  taken: [],
  catalogues: new Map(),
}

/** A phone that holds the village with this household in it. */
const holding = (household: ReturnType<typeof registered>['known']): DeviceState => ({
  ...empty,
  villages: new Map([
    [
      gaoqiao,
      {
        facts: { code: gaoqiao, name: '高桥村', audience: 'team', refetch: false, agrees: true },
        replica: { ...newReplica(gaoqiao), households: new Map([[household.id, household]]) },
        tails: [],
      },
    ],
  ]),
})
const waiting = { change: record, diary: null, writtenAt: spokenAt, place: 1, again: false }

describe('how a voice note stands follows from what the device holds', () => {
  test('[S4] it waits for the record of its visit, and goes when that is received', () => {
    const before = holding(registered().known)
    expect(standingOf(before, gaoqiao, visit)).toBe('being-written')
    const saved = { ...before, outbox: { waiting: [waiting], forReview: [] } }
    expect(standingOf(saved, gaoqiao, visit)).toBe('waits')
    expect(standingOf(holding(registered().after(record).known), gaoqiao, visit)).toBe('can-be-sent')
  })

  test('[S12] it stays here where another recorded the visit', () => {
    expect(standingOf(holding(registered().after(record, heLan).known), gaoqiao, visit)).toBe('stays')
  })

  test('[S13] in a village this phone has forgotten, what was saved is sent and what is a draft is not', () => {
    expect(standingOf(empty, gaoqiao, visit)).toBe('can-be-sent')
    const drafts = new Map([[`diary/${wangFamily}/${visit}`, '{}']])
    expect(standingOf({ ...empty, drafts }, gaoqiao, visit)).toBe('being-written')
  })

  test('[S2] what waits is counted with its oldest; a diary being written, and what was declined, wait for nobody', () => {
    const out = (state: DeviceState, is: 'send' | 'erase' | 'declined') =>
      voicesWaiting(
        state,
        new Map([
          [
            `${gaoqiao}/${visit}/voice-0001`,
            is === 'send' ? { is, sealed: null, spokenAt } : { is, spokenAt },
          ],
        ]),
      )
    const none = { count: 0, oldestAt: null }
    const one = { count: 1, oldestAt: spokenAt }
    const written = holding(registered().known)
    const received = holding(registered().after(record).known)
    expect(out(written, 'send')).toEqual(none)
    expect(out(received, 'send')).toEqual(one)
    expect(out({ ...written, outbox: { waiting: [waiting], forReview: [] } }, 'send')).toEqual(one)
    expect(out(received, 'declined')).toEqual(none)
    expect(out(written, 'erase')).toEqual(one)
  })
})
