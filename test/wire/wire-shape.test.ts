import { expect, test } from 'vitest'
import { wireVersion } from '#sync/wire.ts'
import { fingerprintOf, wireShape } from './wire-shape.ts'

/** The fingerprint of each version of the wire that was ever released, and of the one being made. */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'f64035e412383542',
  2: 'ae41b2067fc7b090',
}

test('[S19] a message that changes its shape gets a new version of the wire', () => {
  const now = fingerprintOf(wireShape())
  expect(
    now,
    `The shape of the messages has changed (now ${now}). If this version was released: raise wireVersion in sync/wire.ts, ` +
      `write there what changed, see that two versions back are still understood, and add the new version's fingerprint here. ` +
      `If it was not released yet: put the new fingerprint in the place of the old one.`,
  ).toBe(fingerprints[wireVersion])
})

test('[S19] a new field, a lost one, another bound or another kind changes the fingerprint; the order does not', () => {
  const shape = wireShape()
  const reordered = {
    answer: shape.answer,
    bodies: shape.bodies,
    envelope: shape.envelope,
    request: shape.request,
  }
  expect(fingerprintOf(reordered)).toBe(fingerprintOf(shape))
  const { 'need.raise': raise, ...fewer } = shape.bodies
  for (const other of [
    { ...shape, bodies: fewer },
    { ...shape, bodies: { ...shape.bodies, 'need.raise': { ...raise, required: [] } } },
    { ...shape, answer: { ...shape.answer, Diary: { ...shape.answer.Diary, mood: 'text' } } },
    { ...shape, request: {} },
  ])
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(shape))
})
