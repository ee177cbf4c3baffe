import { currentFact } from '#domain/households/facts.ts'
import type { Day } from '#domain/base/days.ts'
import type { Category } from '#domain/needs/need.ts'
import { standingOf, type NeedStanding } from '#domain/needs/standing.ts'
import { dueOf } from '#domain/needs/totals.ts'
import { forThose, inRole, ledVillages, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { selectNeedsOf } from './needs.sql.ts'

/** A need as the leader's desk lists it: whose, what, where it stands; not who has it in hand [H10]. */
export type NeedLine = {
  readonly need: string
  readonly number: number | null
  readonly village: string
  readonly villageName: string
  readonly household: string
  readonly family: string
  readonly words: string
  readonly category: Category
  readonly stage: string
  readonly standing: NeedStanding
  readonly heardOn: Day
  readonly dueOn: string | null
}

/** `GET /api/needs`: the needs of the villages in which the leader's team works, those longest open first. */
export function needRoutes(app: App, context: Context): void {
  app.get(
    '/api/needs',
    forThose(context, inRole('team-leader'), asked => answerNeeds(context, asked)),
  )
}

async function answerNeeds({ db }: Context, { actor, today }: Asked): Promise<readonly NeedLine[]> {
  const rows = await selectNeedsOf(db, ledVillages(actor, today))
  return rows.flatMap(({ need_id, state, name }) => {
    const need = state.needs.find(({ id }) => id === need_id)
    if (need === undefined) return []
    return [
      {
        need: need.id,
        number: need.number,
        village: state.village,
        villageName: name,
        household: state.id,
        family: currentFact(state, 'contact-name', today),
        words: need.words,
        category: need.category,
        stage: need.stage.is,
        standing: standingOf(need, today),
        heardOn: need.heardOn,
        dueOn: dueOf(need)?.on ?? null,
      },
    ]
  })
}
