import { addDays, daysBetween, type Day } from '../base/days.ts'
import { asId, type PersonId } from '../base/ids.ts'
import type { PersonNamed } from '../base/people.ts'
import { answerChangesForDays, decideHearAnswer } from '../needs/need.decide.ts'
import { isOpenNeed, type Channel, type HouseholdAnswer, type Need, type NextStep } from '../needs/need.ts'
import { hasUntoldResult } from '../visits/readiness.ts'
import { isOpenPromise, isPastItsDay, type Promised } from '../promises/promise.ts'
import type { Household } from './household.ts'
import { nameOf } from './roll.ts'

/**
 * What the household reads on its own page (民情联系卡) [H22]: where its matters stand, in names and days. No id of
 * anybody or anything is in it, no word of a diary, and a result is told by a person before it is read here.
 */
export type Card = {
  readonly name: string
  /** Told, and now it is the household's word that counts [H12]. */
  readonly awaiting: readonly CardNeed[]
  /** On its way: the team's or a department's turn. */
  readonly open: readonly CardNeed[]
  /** Ended by the household's own word, the newest first. */
  readonly ended: readonly CardNeed[]
  /** Promises that belong to none of the matters above, the open ones first. */
  readonly promises: readonly CardPromise[]
  /** The day before which nobody comes, while it is ahead. */
  readonly notBefore: Day | null
  /** Who was asked first and so sees to this family's matters [H21]; to be matched with who is reachable, never shown. */
  readonly askFirst: PersonNamed | null
}

export type CardNeed = {
  /** Its place among the household's needs, from 1; it stands for the id, which is nobody's business. */
  readonly at: number
  readonly words: string
  readonly owner: string
  readonly standing: CardStanding
  readonly promises: readonly CardPromise[]
  /** What the household said last about this result. */
  readonly said: { readonly says: HouseholdAnswer['says']; readonly on: Day } | null
  /** Whether its word would be taken today: asked for, or changed within seven days. */
  readonly mayAnswer: boolean
  /** Until when it may be changed; null where nothing was said yet or nothing can be changed here. */
  readonly changesUntil: Day | null
}

type Next = { readonly next: NextStep | null; readonly past: boolean }

export type CardStanding =
  | { readonly is: 'heard' | 'agreed' }
  | ({ readonly is: 'in-hand' } & Next)
  | { readonly is: 'to-tell'; readonly by: string }
  | ({
      readonly is: 'returned'
      readonly department: string
      readonly on: Day
      readonly reason: string
    } & Next)
  | ({ readonly is: 'not-solved'; readonly on: Day } & Next)
  | { readonly is: 'offered'; readonly department: string; readonly on: Day }
  | {
      readonly is: 'accepted'
      readonly department: string
      readonly officer: string
      readonly dueOn: Day
      readonly past: boolean
      readonly reason: string
    }
  | {
      readonly is: 'answered' | 'solved' | 'unconfirmed'
      readonly words: string
      readonly cannotBeDone: boolean
      readonly told: { readonly on: Day; readonly channel: Channel; readonly by: string }
    }
  | { readonly is: 'withdrawn'; readonly on: Day }

export type CardPromise = {
  readonly giver: string
  readonly words: string
  readonly dueOn: Day | null
  readonly past: boolean
  /** Why it takes longer, as it was told to the household [H20]; empty where it was never extended. */
  readonly reason: string
  readonly kept: { readonly on: Day; readonly how: string } | null
}

/** So many kept promises stay on the page, and so long. */
const keptStays = { most: 3, days: 60 }

/** Composes the page of a household as of today. */
export function composeCard(household: Household, today: Day): Card {
  const needs = household.needs.map((_, place) => cardNeed(household, place, today))
  const on = (which: (need: Need) => boolean): readonly CardNeed[] =>
    needs.filter(({ at }) => household.needs.slice(at - 1, at).some(which))
  const last = household.needs.findLast(isOpenNeed) ?? household.needs.at(-1)
  return {
    name: nameOf(household, today),
    awaiting: on(need => need.stage.is === 'answered'),
    open: on(need => isOpenNeed(need) && need.stage.is !== 'answered'),
    ended: on(need => !isOpenNeed(need)).toReversed(),
    promises: promisesApart(household, today),
    notBefore: household.notBefore !== null && household.notBefore > today ? household.notBefore : null,
    askFirst: last?.firstAsked ?? household.promises.at(-1)?.giver ?? null,
  }
}

function cardNeed(household: Household, place: number, today: Day): CardNeed {
  const need = household.needs[place]
  if (need === undefined) throw new Error(`no need at ${place}`)
  const said = lastWord(need)
  const mayAnswer = wouldTake(household, need, today)
  return {
    at: place + 1,
    words: need.words,
    owner: need.owner.name,
    standing: standingOnCard(need, today),
    promises: household.promises
      .filter(promised => isOpenNeed(need) && isOpenPromise(promised) && promised.need === need.id)
      .map(promised => cardPromise(promised, today)),
    said,
    mayAnswer,
    changesUntil: said !== null && mayAnswer ? addDays(said.on, answerChangesForDays) : null,
  }
}

const words = ['solved', 'not-solved', 'rather-not-say'] as const

/** What the household said about the result it was told last; null while it has said nothing about that one. */
export function lastWord(need: Need): CardNeed['said'] {
  const told = need.life.findLastIndex(({ is }) => is === 'told' || is === 'done-on-the-spot')
  const step = need.life.slice(told + 1).findLast(({ is }) => words.some(word => word === is))
  const says = words.find(word => word === step?.is)
  return step === undefined || says === undefined ? null : { says, on: step.on }
}

// Whoever it is in the family: the card itself answers, and no rule looks at the name.
const family: PersonNamed = { id: asId<PersonId>('household'), name: '' }

/** Whether a word by the card would be taken today: the same rule decides when it comes [H12]. */
function wouldTake(household: Household, { id }: Need, today: Day): boolean {
  const answer = { need: id, on: today, says: 'solved', saidBy: '', words: '', channel: 'card' } as const
  const entry = { by: family, role: 'household', writtenOn: today, number: null } as const
  return decideHearAnswer(household, answer, entry).ok
}

function standingOnCard(need: Need, today: Day): CardStanding {
  const { stage } = need
  switch (stage.is) {
    case 'heard':
    case 'agreed':
      return { is: stage.is }
    case 'in-hand':
      return standingInHand(need, { next: stage.next, past: (stage.next?.by ?? today) < today })
    case 'waiting':
      return standingWaiting(need, stage.referral, today)
    case 'answered':
    case 'solved':
    case 'unconfirmed': {
      const { found, told } = stage
      const { on, channel, by } = told
      const cannotBeDone = found.kind === 'cannot-be-done'
      return { is: stage.is, words: found.words, cannotBeDone, told: { on, channel, by: by.name } }
    }
    case 'withdrawn':
      return { is: 'withdrawn', on: stage.on }
    default:
      return stage satisfies never
  }
}

/** In hand, by what brought it there last: a way chosen, a department's return, or the household's "not solved". */
function standingInHand(need: Need, next: Next): CardStanding {
  if (hasUntoldResult(need)) return { is: 'to-tell', by: need.firstAsked.name }
  const came = need.life.findLast(
    ({ is }) => is === 'taken-in-hand' || is === 'returned' || is === 'not-solved',
  )
  if (came?.is === 'not-solved') return { is: 'not-solved', on: came.on, ...next }
  if (came?.is !== 'returned') return { is: 'in-hand', ...next }
  const sent = need.life.findLast(({ is }) => is === 'referred')
  return { is: 'returned', department: sent?.words ?? '', on: came.on, reason: came.words, ...next }
}

type Referral = Extract<Need['stage'], { is: 'waiting' }>['referral']

function standingWaiting(need: Need, { state, sentOn }: Referral, today: Day): CardStanding {
  const department = need.department?.name ?? ''
  if (state.is === 'offered') return { is: 'offered', department, on: sentOn }
  const { officer, dueOn, extensions } = state
  const reason = extensions.at(-1)?.reason ?? ''
  return { is: 'accepted', department, officer: officer.name, dueOn, past: dueOn < today, reason }
}

/** Promises that stand beside no open need, and those kept lately. */
function promisesApart(household: Household, today: Day): readonly CardPromise[] {
  const openNeeds = new Set(household.needs.filter(isOpenNeed).map(({ id }) => id))
  const apart = household.promises.filter(({ need }) => need === null || !openNeeds.has(need))
  const kept = household.promises
    .filter(({ outcome }) => outcome.is === 'kept' && daysBetween(outcome.on, today) <= keptStays.days)
    .slice(-keptStays.most)
  return [...apart.filter(isOpenPromise), ...kept.toReversed()].map(promised => cardPromise(promised, today))
}

/** A promise as its household reads it: who gave it, by when, and what became of it. */
export const cardPromise = (promised: Promised, today: Day): CardPromise => ({
  giver: promised.giver.name,
  words: promised.words,
  dueOn: promised.dueOn,
  past: isPastItsDay(promised, today),
  reason: promised.extensions.at(-1)?.reason ?? '',
  kept: promised.outcome.is === 'kept' ? { on: promised.outcome.on, how: promised.outcome.how } : null,
})
