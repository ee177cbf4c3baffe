import { addDays, type Day } from '#domain/base/days.ts'
import type { Audience } from '#domain/access/may-see.ts'
import { asId, type ChangeId, type NeedId, type PromiseId, type VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Need } from '#domain/needs/need.ts'
import type { Act } from '../engine/act.ts'
import { waterBureau, type Family } from './cast.ts'
import { marked } from './markers.ts'

/** What an act is made of: about whom, when, and the numbers that were drawn for it. */
export type Draw = {
  readonly family: Family
  readonly id: ChangeId
  readonly today: Day
  readonly what: number
  /** A small number: the same one in two acts lets two people write about the same thing. */
  readonly few: number
  /** The family as the writer sees it; null where the writer does not. */
  readonly shown: Household | null
  /** With whose eyes the writer sees the village; null where not at all. */
  readonly as: Audience | null
}

/** What somebody writes: often about the same thing as a colleague, and often the next thing that is due for a need. */
export function actOf(draw: Draw): Act {
  const { shown, what } = draw
  if (draw.as === 'cadre' && what % 12 !== 0) return (cadreMakers[what % cadreMakers.length] ?? advise)(draw)
  if (shown === null) return register(draw)
  if (what % 2 === 0) {
    const due = nextFor(draw, shown)
    if (due !== null) return due
  }
  const make = makers[Math.floor(what / 2) % makers.length] ?? raiseOwn
  return make(draw)
}

/** The act by which somebody at a desk, or the family by its card, moves a need on; null where none is due. */
export function onlineActOf(draw: Draw, by: 'department' | 'card'): Act | null {
  const need = draw.shown?.needs.find(({ stage }) => stage.is === (by === 'card' ? 'answered' : 'waiting'))
  if (need === undefined) return null
  if (by === 'card')
    return { ...about(draw), kind: 'need.hear-answer', body: { ...answer(draw, need.id), channel: 'card' } }
  const { stage } = need
  const offered = stage.is === 'waiting' && stage.referral.state.is === 'offered'
  const body = { need: need.id, on: draw.today }
  if (!offered)
    return {
      ...about(draw),
      kind: 'need.find',
      body: { ...body, words: words(draw, 'team', '修好了'), kind: 'done' },
    }
  return draw.few === 0
    ? { ...about(draw), kind: 'referral.return', body: { ...body, reason: '不归我们' } }
    : { ...about(draw), kind: 'referral.accept', body: { ...body, dueOn: addDays(draw.today, 7) } }
}

const about = ({ family, id }: Draw) => ({ village: family.village, household: family.id, id })

const words = ({ family, id }: Draw, kind: 'story' | 'team' | 'open', said: string): string =>
  marked(kind, family.id, id, said)

export const register = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'household.register',
  body: {
    facts: [
      {
        key: 'contact-name',
        value: words(draw, 'open', '户主'),
        source: 'roster',
        learnedOn: draw.today,
        until: null,
      },
      {
        key: 'telephone',
        value: words(draw, 'team', '1380000'),
        source: 'roster',
        learnedOn: draw.today,
        until: null,
      },
    ],
    members: [],
  },
})

/** The own need of a change: nobody else writes about it. */
export const ownNeed = (id: ChangeId): NeedId => asId<NeedId>(`need-${id}`)

const raise = (draw: Draw, need: NeedId): Act => ({
  ...about(draw),
  kind: 'need.raise',
  body: {
    need,
    words: words(draw, 'team', '门口那截路'),
    saidBy: '',
    quote: '',
    category: 'infrastructure',
    level: 'household',
    visit: null,
    heardOn: draw.today,
  },
})

const raiseOwn = (draw: Draw): Act => raise(draw, ownNeed(draw.id))
const raiseShared = (draw: Draw): Act => raise(draw, asId<NeedId>(`need-${draw.few}-${draw.family.id}`))

const record = (draw: Draw, visit: VisitId): Act => ({
  ...about(draw),
  kind: 'visit.record',
  body: { visit, on: draw.today, time: null, companions: [], outcome: { is: 'held' } },
  diary: words(draw, 'story', '今天去了他家'),
  draft: `diary/${draw.few}`,
})

const recordOwn = (draw: Draw): Act => record(draw, asId<VisitId>(`visit-${draw.id}`))
const recordShared = (draw: Draw): Act => record(draw, asId<VisitId>(`visit-${draw.few}-${draw.family.id}`))

const plan = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'visit.plan',
  body: {
    visit: asId<VisitId>(`visit-${draw.few}-${draw.family.id}`),
    on: addDays(draw.today, 2),
    time: null,
    purpose: words(draw, 'team', '听他讲讲'),
    companions: [],
  },
})

const advise = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'advice.give',
  body: {
    visit: asId<VisitId>(`visit-${draw.few}-${draw.family.id}`),
    saidBy: '老刘',
    via: 'telephone',
    saidOn: draw.today,
    when: null,
    address: '',
    mindful: '',
    words: words(draw, 'open', '天擦黑再去'),
    leaveAlone: 'no',
  },
})

const learn = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'household.learn',
  body: {
    facts: [
      draw.few < 2
        ? {
            key: 'telephone',
            value: words(draw, 'team', '1390000'),
            source: 'visitor',
            learnedOn: draw.today,
            until: null,
          }
        : {
            key: 'house-note',
            value: words(draw, 'open', '塘边'),
            source: 'visitor',
            learnedOn: draw.today,
            until: null,
          },
    ],
  },
})

const agree = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'need.agree',
  body: {
    need: asId<NeedId>(`need-${draw.few}-${draw.family.id}`),
    agreedOn: draw.today,
    mayTell: '',
    keepBack: '',
  },
})

const promise = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'promise.give',
  body: {
    promise: asId<PromiseId>(`promise-${draw.few}-${draw.family.id}`),
    need: null,
    words: words(draw, 'team', '下周回话'),
    givenOn: draw.today,
    dueOn: null,
  },
})

const decline = (draw: Draw): Act => ({
  ...about(draw),
  kind: 'household.decline',
  body: { notBefore: addDays(draw.today, draw.few) },
})

const cadreMakers: readonly ((draw: Draw) => Act)[] = [advise, learn, decline]

const makers: readonly ((draw: Draw) => Act)[] = [
  raiseOwn,
  raiseOwn,
  raiseOwn,
  raiseShared,
  recordOwn,
  recordOwn,
  recordShared,
  plan,
  plan,
  advise,
  learn,
  learn,
  agree,
  promise,
  decline,
]

/** The numbers by which one visit is planned, spoken about and held. */
export const oneVisit: readonly number[] = [plan, advise, recordShared].map(
  make => 2 * makers.indexOf(make) + 1,
)

/** What is due next for a need of this family; null where nothing is. */
function nextFor(draw: Draw, shown: Household): Act | null {
  const needs = shown.needs.filter(({ stage }) => stage.is in due)
  // Often the one that was raised last, perhaps a moment ago.
  const need = draw.what % 4 === 0 ? needs.at(-1) : needs[draw.few % Math.max(1, needs.length)]
  return need === undefined ? null : (due[need.stage.is]?.(draw, need) ?? null)
}

const answer = (draw: Draw, need: NeedId) => ({
  need,
  on: draw.today,
  says: draw.few === 0 ? ('not-solved' as const) : ('solved' as const),
  saidBy: '',
  words: '',
})

const due: Readonly<Record<string, (draw: Draw, need: Need) => Act | null>> = {
  heard: (draw, { id }) => ({
    ...about(draw),
    kind: 'need.agree',
    body: { need: id, agreedOn: draw.today, mayTell: '', keepBack: '' },
  }),
  agreed: (draw, { id }) =>
    draw.few < 2
      ? {
          ...about(draw),
          kind: 'need.refer',
          body: { need: id, on: draw.today, department: waterBureau, departmentName: '县水利局', told: '路' },
        }
      : {
          ...about(draw),
          kind: 'need.take-in-hand',
          body: { need: id, on: draw.today, way: 'guided', next: null },
        },
  'in-hand': (draw, { id, stage }) =>
    stage.is === 'in-hand' && stage.found !== null
      ? {
          ...about(draw),
          kind: 'need.tell',
          body: { need: id, on: draw.today, channel: 'telephone', to: '' },
        }
      : {
          ...about(draw),
          kind: 'need.find',
          body: { need: id, on: draw.today, words: words(draw, 'team', '问好了'), kind: 'done' },
        },
  answered: (draw, { id }) => ({
    ...about(draw),
    kind: 'need.hear-answer',
    body: { ...answer(draw, id), channel: 'telephone' },
  }),
}
