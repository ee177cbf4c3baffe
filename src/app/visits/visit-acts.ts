import type { Act } from '#sync/engine/act.ts'
import type { Day } from '#domain/base/days.ts'
import type { ChangeId, HouseholdId, NeedId, PromiseId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Category, Level } from '#domain/needs/need.ts'
import type { Proposal, Proposed } from '#domain/visits/proposals.ts'
import type { TimeOfDay } from '#domain/visits/visit.ts'
import type { Mended } from './diary-draft.ts'

/** A visit that was held, as it is written down in one go. */
export type Story = {
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly visit: VisitId
  readonly on: Day
  readonly time: TimeOfDay | null
  readonly companions: readonly string[]
  /** The diary; empty where they only sat together. */
  readonly text: string
  /** The draft that goes in the same transaction. */
  readonly draft: string
  readonly taken: readonly Taken[]
  /** The household's name, as the one who said it. */
  readonly saidBy: string
  /** What a promise made by others becomes for the visitor: to keep an eye on it. */
  readonly followUp: (words: string) => string
}

/** A proposal the writer has taken, as it was or mended. */
export type Taken = { readonly proposal: Proposal; readonly mended: Mended | null }

/** Where new ids come from. */
export type NewIds = {
  readonly change: () => ChangeId
  readonly need: () => NeedId
  readonly promise: () => PromiseId
}

/**
 * A visit and everything taken from its diary, as acts of one transaction [H9]. Acts about the same new need build on
 * its raising [S4]; none builds on the visit itself, so that two colleagues' records of one evening never lose a need.
 */
export function actsOfVisit(story: Story, ids: NewIds): readonly Act[] {
  const { village, household, visit, on, time, companions, text, draft } = story
  const record: Act = {
    village,
    household,
    kind: 'visit.record',
    body: { visit, on, time, companions: [...companions], outcome: { is: 'held' } },
    ...(text.trim() === '' ? {} : { diary: text }),
    draft,
  }
  return [record, ...story.taken.flatMap(taken => actsOf(story, taken, ids)), ...learnedFacts(story)]
}

function actsOf(story: Story, { proposal, mended }: Taken, ids: NewIds): readonly Act[] {
  const { village, household, visit, on } = story
  const { proposed } = proposal
  const words = (mended?.words ?? ('words' in proposed ? proposed.words : '')).trim()
  const raising = { story, words, quote: proposal.quote, category: categoryOf(proposed, mended) }
  switch (mended?.as ?? proposed.is) {
    case 'need':
      return raised({ ...raising, level: 'level' in proposed ? proposed.level : 'household' }, mended, ids)
    case 'question':
      return raised({ ...raising, level: 'household' }, mended, ids)
    case 'done-there':
      return doneThere({ ...raising, level: 'household' }, ids)
    case 'promise':
      return [promised(story, words, dueOf(proposed, mended), ids)]
    case 'others-promise':
      return [promised(story, story.followUp(words), dueOf(proposed, mended), ids)]
    case 'open-need':
      return proposed.is !== 'open-need'
        ? []
        : [{ village, household, kind: 'need.note', body: { need: proposed.need, on, words, next: null } }]
    case 'told':
      return proposed.is !== 'told'
        ? []
        : [
            {
              village,
              household,
              kind: 'need.tell',
              body: {
                need: proposed.need,
                on,
                channel: 'at-the-door',
                to: words === '' ? story.saidBy : words,
              },
            },
          ]
    case 'fact':
      return []
    default:
      throw new Error(`nothing to write for a proposal of ${visit}`)
  }
}

type Raising = {
  readonly story: Story
  readonly words: string
  readonly quote: string
  readonly category: Category
  readonly level: Level
}

function raised(raising: Raising, mended: Mended | null, ids: NewIds): readonly Act[] {
  const { story, words, quote, category, level } = raising
  const { village, household, visit, on } = story
  const [raise, need] = [ids.change(), ids.need()]
  const body = { need, words, saidBy: story.saidBy, quote, category, level, visit, heardOn: on }
  const first: Act = { id: raise, village, household, kind: 'need.raise', body }
  if (mended === null || !mended.agreed) return [first]
  const agreement = { need, agreedOn: on, mayTell: mended.mayTell.trim(), keepBack: mended.keepBack.trim() }
  return [first, { village, household, kind: 'need.agree', body: agreement, after: [raise] }]
}

/**
 * Done there and then: heard, done and told in one [H11]. The household's "good" counts when a companion heard it too;
 * without one it stays awaited [H12].
 */
function doneThere(raising: Raising, ids: NewIds): readonly Act[] {
  const { story, words } = raising
  const { village, household, on, companions } = story
  const [raise] = raised(raising, null, ids)
  if (raise?.kind !== 'need.raise' || raise.id === undefined) return []
  const { need } = raise.body
  const done = ids.change()
  const [witness] = companions
  const doing: Act = {
    id: done,
    village,
    household,
    kind: 'need.do-on-the-spot',
    body: { need, on, result: words, doneBy: '' },
    after: [raise.id],
  }
  if (witness === undefined) return [raise, doing]
  const said = { need, on, says: 'solved' as const, saidBy: story.saidBy, words: '' }
  const hearing: Act = {
    village,
    household,
    kind: 'need.hear-answer',
    body: { ...said, channel: 'at-the-door', witness },
    after: [done],
  }
  return [raise, doing, hearing]
}

function promised(story: Story, words: string, dueOn: Day | null, ids: NewIds): Act {
  const { village, household, on } = story
  const body = { promise: ids.promise(), need: null, words, givenOn: on, dueOn }
  return { village, household, kind: 'promise.give', body }
}

function learnedFacts({ village, household, on, taken }: Story): readonly Act[] {
  const facts = taken.flatMap(({ proposal: { proposed }, mended }) =>
    proposed.is === 'fact'
      ? [
          {
            key: proposed.key,
            value: mended?.words ?? proposed.value,
            source: proposed.source,
            learnedOn: on,
            until: null,
          },
        ]
      : [],
  )
  return facts.length === 0 ? [] : [{ village, household, kind: 'household.learn', body: { facts } }]
}

const categoryOf = (proposed: Proposed, mended: Mended | null): Category =>
  mended?.category ?? ('category' in proposed ? proposed.category : 'public-services')

const dueOf = (proposed: Proposed, mended: Mended | null): Day | null =>
  mended === null ? ('dueOn' in proposed ? proposed.dueOn : null) : mended.dueOn
