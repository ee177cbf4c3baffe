import type { NeedLine } from '#domain/campaigns/desk-answers.ts'
import { currentFact } from '#domain/households/facts.ts'
import { standingOf } from '#domain/needs/standing.ts'
import { dueOf } from '#domain/needs/totals.ts'
import { hasUntoldResult } from '#domain/visits/readiness.ts'
import { forThose, inRole, ledVillages, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { selectNeedsOf } from './needs.sql.ts'

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
        untold: hasUntoldResult(need),
      },
    ]
  })
}
