import { describe, expect, test } from 'vitest'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import { newDeviceFacts, type DeviceState } from '#sync/engine/device-state.ts'
import { noContact, type Contact } from '#sync/engine/contact.ts'
import { minutesLater, noon, raise, today } from '#test/builders/changes.ts'
import { zhouMin } from '#test/builders/people.ts'
import { truthOf, type Known } from './truth.ts'

const waiting = (writtenAt = noon) => ({ change: raise(), diary: null, writtenAt, place: 1, again: false })
const refused = { ...waiting(), because: 'need-exists' } as const
const quiet: Contact = { ...noContact, last: { ok: true } }

const state = (more: Partial<DeviceState> = {}): DeviceState => ({
  facts: { ...newDeviceFacts(asId<DeviceId>('device-0001'), { ...zhouMin, grants: [] }), receivedAt: noon },
  villages: new Map(),
  outbox: { waiting: [], forReview: [] },
  received: [],
  openings: [],
  drafts: new Map(),
  diaries: new Map(),
  catalogues: new Map(),
  parts: new Map(),
  handing: new Map(),
  taken: [],
  ...more,
})

const truth = (more: Partial<Known> = {}) =>
  truthOf({ state: state(), contact: quiet, online: true, draftLost: false, today, ...more })

describe('the one line that says where things are', () => {
  test('[S2] received is the server’s word alone, with the time it said so', () => {
    expect(truth()).toEqual({ is: 'received', at: noon })
    const never = state({ facts: { ...state().facts, receivedAt: null } })
    expect(truth({ state: never })).toMatchObject({ is: 'offline-empty' })
    expect(truth({ online: false })).toMatchObject({ is: 'offline-empty' })
  })

  test('[S2] otherwise it says how many wait and since when', () => {
    const outbox = { waiting: [waiting(minutesLater(9)), waiting(minutesLater(3))], forReview: [] }
    expect(truth({ state: state({ outbox }), online: false })).toEqual({
      is: 'waiting',
      count: 2,
      oldestAt: minutesLater(3),
      online: false,
      signInAgain: false,
      olderServer: false,
      heardAt: noon,
    })
    expect(truth({ state: state({ outbox }), contact: { ...quiet, is: 'syncing' } })).toEqual({
      is: 'sending',
      left: 2,
    })
  })

  test('[S2] while something waits it is known when the server was last heard, though it has not all been received', () => {
    const outbox = { waiting: [waiting()], forReview: [] }
    const facts = { ...state().facts, clock: { here: noon, there: minutesLater(4) } }
    expect(truth({ state: state({ outbox, facts }), online: false })).toMatchObject({
      heardAt: minutesLater(4),
    })
    const never = { ...state().facts, receivedAt: null }
    expect(truth({ state: state({ outbox, facts: never }) })).toMatchObject({ heardAt: null })
  })

  test('an expired session is said beside what waits', () => {
    const contact: Contact = { ...quiet, last: { ok: false, because: 'signed-out' } }
    const outbox = { waiting: [waiting()], forReview: [] }
    expect(truth({ state: state({ outbox }), contact })).toMatchObject({ is: 'waiting', signInAgain: true })
  })

  test('[S5] what was refused comes before what waits, and [S21] what was not stored before everything', () => {
    const outbox = { waiting: [waiting()], forReview: [refused] }
    expect(truth({ state: state({ outbox }) })).toEqual({ is: 'refused', count: 1 })
    expect(truth({ state: state({ outbox }), draftLost: true })).toEqual({ is: 'not-stored' })
    expect(truth({ contact: { ...quiet, notStored: true } })).toEqual({ is: 'not-stored' })
  })

  test('[S17] a first sync counts the villages of the tasks held today', () => {
    const facts = { ...state().facts, actor: zhouMin, receivedAt: null }
    const contact: Contact = { ...noContact, is: 'syncing' }
    expect(truth({ state: state({ facts }), contact })).toEqual({
      is: 'fetching',
      got: 0,
      of: 1,
      part: null,
      coming: null,
    })
    const coming = { got: 12_000, of: 48_000 }
    expect(truth({ state: state({ facts }), contact: { ...contact, coming } })).toMatchObject({ coming })
  })
})
