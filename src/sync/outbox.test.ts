import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, type ChangeId } from '#domain/base/ids.ts'
import { minutesLater, raise, register } from '#test/builders/changes.ts'
import {
  absorbVerdicts,
  discard,
  emptyOutbox,
  oldestWaiting,
  put,
  resend,
  type Outbox,
  type Verdict,
} from './outbox.ts'

const waiting = (minutes: number, id = `change-of-${minutes}`) => ({
  change: raise(undefined, { id: asId<ChangeId>(id) }),
  diary: null,
  writtenAt: minutesLater(minutes),
})
const filled = (...minutes: readonly number[]): Outbox =>
  minutes.map(one => waiting(one)).reduce(put, emptyOutbox)
const idOf = (minutes: number) => asId<ChangeId>(`change-of-${minutes}`)

describe('the outbox', () => {
  test('[S2] a change leaves it only with the server’s word on that very change', () => {
    const after = absorbVerdicts(filled(1, 2, 3), [{ id: idOf(2), ok: true, seq: 9 }])
    expect(after.waiting.map(({ change }) => change.id)).toEqual([idOf(1), idOf(3)])
    expect(after.forReview).toEqual([])
  })

  test('[S2] it says how old the oldest waiting one is', () => {
    expect(oldestWaiting(filled(5, 3, 8))).toBe(minutesLater(3))
    expect(oldestWaiting(emptyOutbox)).toBeNull()
  })

  test('[S5] a refused change is shown with its reason, never dropped', () => {
    const after = absorbVerdicts(filled(1, 2), [{ id: idOf(1), ok: false, because: 'not-agreed' }])
    expect(after.forReview).toMatchObject([{ change: { id: idOf(1) }, because: 'not-agreed' }])
  })

  test('[S4] a refused one holds no other back', () => {
    const after = absorbVerdicts(filled(1, 2), [
      { id: idOf(1), ok: false, because: 'not-agreed' },
      { id: idOf(2), ok: true, seq: 4 },
    ])
    expect(after.waiting).toEqual([])
  })

  test('[S5] it goes only by a person’s decision: discarded, or mended and sent under a new id', () => {
    const refused = absorbVerdicts(filled(1), [{ id: idOf(1), ok: false, because: 'day-is-past' }])
    expect(discard(refused, idOf(1))).toEqual(emptyOutbox)
    const mended = { ...waiting(2), change: register({ id: asId<ChangeId>('mended-01') }) }
    expect(resend(refused, idOf(1), mended)).toEqual({ waiting: [mended], forReview: [] })
  })

  test('[S1] [S5] nothing disappears and nothing doubles, whatever verdicts come, and however often', () => {
    const verdicts = fc.array(
      fc
        .tuple(fc.nat({ max: 8 }), fc.boolean())
        .map(([minutes, ok]): Verdict =>
          ok ? { id: idOf(minutes), ok, seq: minutes } : { id: idOf(minutes), ok, because: 'not-agreed' },
        ),
    )
    fc.assert(
      fc.property(verdicts, drawn => {
        const outbox = filled(0, 1, 2, 3, 4, 5)
        const after = absorbVerdicts(outbox, drawn)
        const accepted = new Map(drawn.map(verdict => [verdict.id, verdict.ok]))
        for (const { change } of outbox.waiting) {
          const places = [...after.waiting, ...after.forReview].filter(
            one => one.change.id === change.id,
          ).length
          expect(places).toBe(accepted.get(change.id) === true ? 0 : 1)
        }
        expect(absorbVerdicts(after, drawn)).toEqual(after)
      }),
    )
  })
})
