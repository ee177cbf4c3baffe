import { describe, expect, test } from 'vitest'
import { asDay, addDays } from '#domain/base/days.ts'
import { asId, type PersonId, type PromiseId } from '#domain/base/ids.ts'
import type { Actor } from '#domain/access/grants.ts'
import {
  change,
  minutesLater,
  promise,
  raise,
  road,
  today,
  wangFamily,
  water,
} from '#test/builders/changes.ts'
import {
  accepted,
  agreed,
  answered,
  find,
  hear,
  heard,
  refer,
  registered,
  type Lived,
} from '#test/builders/household.ts'
import { gaoqiao, hanZhiming, zhouMin } from '#test/builders/people.ts'
import { composeCard, type CardNeed } from './card.ts'

const cardOf = (lived: Lived, on = today) => composeCard(lived.known, on)
const only = (needs: readonly CardNeed[]): CardNeed => {
  const [need] = needs
  if (need === undefined || needs.length > 1) throw new Error(`${needs.length} needs`)
  return need
}

const family: Actor = {
  id: asId<PersonId>('card-of-the-wangs'),
  name: '王守田家',
  role: 'household',
  grants: [{ is: 'card', village: gaoqiao, household: wangFamily, from: today, until: null }],
}

const byCard = (says: 'solved' | 'not-solved' | 'rather-not-say') =>
  change('need.hear-answer', { need: road, on: today, says, saidBy: '王守田家', words: '', channel: 'card' })

const inHand = (next: { what: string; by: typeof today | null } | null) =>
  agreed().after(change('need.take-in-hand', { need: road, on: today, way: 'guided', next }))

describe('where a matter stands, as its household reads it', () => {
  test('[H22] a matter that was only heard, or agreed, says so', () => {
    expect(only(cardOf(heard()).open).standing).toEqual({ is: 'heard' })
    expect(only(cardOf(agreed()).open).standing).toEqual({ is: 'agreed' })
  })

  test('[H22] what comes next, until when, and that the day has passed', () => {
    const next = { what: '请水管员来看', by: addDays(today, 2) }
    const lived = inHand(next)
    expect(only(cardOf(lived).open).standing).toEqual({ is: 'in-hand', next, past: false })
    expect(only(cardOf(lived, addDays(today, 3)).open).standing).toMatchObject({ past: true })
    expect(only(cardOf(inHand(null)).open).standing).toEqual({ is: 'in-hand', next: null, past: false })
  })

  test('[H17] with a department: offered, accepted with its day, and the reason for more time', () => {
    expect(only(cardOf(agreed().after(refer())).open).standing).toEqual({
      is: 'offered',
      department: '县水利局',
      on: today,
    })
    const later = addDays(today, 5)
    const extended = accepted().after(
      change('referral.extend', { need: road, on: today, dueOn: later, reason: '等砂石' }),
      hanZhiming,
    )
    const standing = { is: 'accepted', department: '县水利局', officer: '韩志明' }
    expect(only(cardOf(accepted()).open).standing).toMatchObject({ ...standing, dueOn: today, reason: '' })
    expect(only(cardOf(extended).open).standing).toMatchObject({
      ...standing,
      dueOn: later,
      reason: '等砂石',
    })
    expect(only(cardOf(extended, addDays(today, 6)).open).standing).toMatchObject({ past: true })
  })

  test('[H17] sent back: by whom, and with the reason', () => {
    const back = agreed()
      .after(refer())
      .after(change('referral.return', { need: road, on: today, reason: '不归我们' }), hanZhiming)
    expect(only(cardOf(back).open).standing).toEqual({
      is: 'returned',
      department: '县水利局',
      on: today,
      reason: '不归我们',
      next: null,
      past: false,
    })
  })

  test('[H12] a result is told by a person before it is read here', () => {
    const found = accepted().after(find(), hanZhiming)
    expect(only(cardOf(found).open).standing).toEqual({ is: 'to-tell', by: '周敏' })
    expect(JSON.stringify(cardOf(found))).not.toContain('修好了')
  })

  test('[H12] told, it waits for the household’s word', () => {
    const need = only(cardOf(answered()).awaiting)
    expect(need).toMatchObject({ at: 1, mayAnswer: true, said: null, changesUntil: null })
    expect(need.standing).toMatchObject({ words: '修好了', told: { channel: 'telephone', by: '周敏' } })
  })
})

describe('the household’s word', () => {
  test('[H22] said, it can be changed for seven days', () => {
    const solved = answered().after(byCard('solved'), family)
    expect(only(cardOf(solved).ended)).toMatchObject({
      said: { says: 'solved', on: today },
      mayAnswer: true,
      changesUntil: addDays(today, 7),
    })
    expect(only(cardOf(solved, addDays(today, 8)).ended)).toMatchObject({
      mayAnswer: false,
      changesUntil: null,
    })
  })

  test('[H12] not solved goes on with the same owner and says since when', () => {
    const reopened = cardOf(answered().after(byCard('not-solved'), family))
    expect(only(reopened.open)).toMatchObject({
      owner: '韩志明',
      standing: { is: 'not-solved', on: today, next: null },
      said: { says: 'not-solved' },
    })
  })

  test('[H12] a new result asks anew: the word on the one before does not stand for it', () => {
    const again = answered()
      .after(hear('not-solved'))
      .after(find(), hanZhiming)
      .after(change('need.tell', { need: road, on: today, channel: 'at-the-door', to: '守田叔' }))
    expect(only(cardOf(again).awaiting).said).toBeNull()
  })

  test('[H12] rather not say and no longer wanted are ends of their own, newest first', () => {
    const lived = answered()
      .after(byCard('rather-not-say'), family)
      .after(raise(water))
      .after(change('need.withdraw', { need: water, on: today, words: '不办了' }))
    expect(cardOf(lived).ended.map(({ at, standing }) => [at, standing.is])).toEqual([
      [2, 'withdrawn'],
      [1, 'unconfirmed'],
    ])
  })
})

describe('what else is on the page', () => {
  const promised = asId<PromiseId>('promise-01')

  test('[H20] a promise stands with its matter, or by itself, with its day and what became of it', () => {
    const beside = heard().after(
      change('promise.give', {
        promise: promised,
        need: road,
        words: '问了回话',
        givenOn: today,
        dueOn: today,
      }),
    )
    expect(only(cardOf(beside, addDays(today, 1)).open).promises).toMatchObject([
      { giver: '周敏', words: '问了回话', past: true, kept: null },
    ])
    expect(cardOf(beside).promises).toEqual([])
    const kept = registered()
      .after(promise(promised))
      .after(change('promise.keep', { promise: promised, on: today, how: '回了话' }))
    expect(cardOf(kept).promises).toMatchObject([{ kept: { on: today, how: '回了话' } }])
  })

  test('[H22] a day before which nobody comes stands there while it is ahead', () => {
    const until = asDay('2026-05-01')
    const declined = registered().after(change('household.decline', { notBefore: until }))
    expect(cardOf(declined).notBefore).toBe(until)
    expect(cardOf(declined, until).notBefore).toBeNull()
  })

  test('[H21] who was asked first is who to ask', () => {
    expect(cardOf(accepted()).askFirst?.id).toBe(zhouMin.id)
    expect(cardOf(registered()).askFirst).toBeNull()
  })

  test('[S14] no id but the one to be matched, and no word of a diary', () => {
    const lived = heard().after(raise(water, { happenedAt: minutesLater(1) }))
    const written = JSON.stringify({ ...cardOf(lived), askFirst: null })
    expect(written).not.toMatch(/need-|household-|zhou-min|member-/)
    const quoted = registered().after({
      ...raise(),
      body: { ...raise().body, quote: '他说不敢声张' },
    } as ReturnType<typeof raise>)
    expect(JSON.stringify(cardOf(quoted))).not.toContain('声张')
  })
})
