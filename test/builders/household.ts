import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { Household } from '#domain/households/household.ts'
import type { Need } from '#domain/needs/need.ts'
import type { Change } from '#sync/change.ts'
import { decide } from '#sync/decide.ts'
import { evolve } from '#sync/evolve.ts'
import { agree, change, minutesLater, raise, register, road, today } from './changes.ts'
import { hanZhiming, waterBureau, zhouMin } from './people.ts'

/** A household to which things happen; a change that is refused is a fault of the test. */
export class Lived {
  readonly household: Household | null
  private readonly seq: number
  constructor(household: Household | null = null, seq = 0) {
    this.household = household
    this.seq = seq
  }

  after(one: Change, actor: Actor = zhouMin, at: Instant = minutesLater(60)): Lived {
    const decision = decide(this.household, one, actor, at)
    if (!decision.ok) throw new Error(`${one.kind} was refused: ${decision.because}`)
    const { id, name, role } = actor
    const recorded = { seq: this.seq + 1, change: one, author: { id, name, role }, receivedAt: at }
    return new Lived(evolve(this.household, recorded), this.seq + 1)
  }

  /** Why this change would be refused; null when it would stand. */
  refusal(one: Change, actor: Actor = zhouMin, at: Instant = minutesLater(60)): Refusal | null {
    const decision = decide(this.household, one, actor, at)
    return decision.ok ? null : decision.because
  }

  get known(): Household {
    if (this.household === null) throw new Error('nobody is registered yet')
    return this.household
  }

  /** The need of that id, the road by default. */
  need(id = road): Need {
    const need = this.known.needs.find(one => one.id === id)
    if (need === undefined) throw new Error(`no need ${id}`)
    return need
  }
}

export const registered = (): Lived => new Lived().after(register())
export const heard = (): Lived => registered().after(raise())
export const agreed = (): Lived => heard().after(agree())

export const refer = () =>
  change('need.refer', {
    need: road,
    on: today,
    department: waterBureau,
    departmentName: '县水利局',
    told: '门口的路',
  })

export const accepted = (): Lived =>
  agreed()
    .after(refer())
    .after(change('referral.accept', { need: road, on: today, dueOn: today }), hanZhiming)

export const find = () => change('need.find', { need: road, on: today, words: '修好了', kind: 'done' })
export const tell = () => change('need.tell', { need: road, on: today, channel: 'telephone', to: '守田叔' })

/** Worked on by the officer, told by the visitor: now the household has the word. */
export const answered = (): Lived => accepted().after(find(), hanZhiming).after(tell())

export const hear = (says: 'solved' | 'not-solved' | 'rather-not-say', witness = '') =>
  change('need.hear-answer', {
    need: road,
    on: today,
    says,
    saidBy: '守田叔',
    words: '',
    channel: 'at-the-door',
    witness,
  })
