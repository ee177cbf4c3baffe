import type { Household } from '#domain/households/household.ts'
import { dueOf } from '#domain/needs/totals.ts'
import type { Tables } from '../db/database.ts'

/** The rows by which queues and sums find a household's needs. Their truth stays in the household's state. */
export const needRowsOf = (household: Household): readonly Omit<Tables['needs'], 'village_code'>[] =>
  household.needs.map(need => ({
    need_id: need.id,
    household_id: household.id,
    stage: need.stage.is,
    category: need.category,
    owner_id: need.owner.id,
    department_id: need.department?.id ?? null,
    due_on: dueOf(need)?.on ?? null,
    heard_on: need.heardOn,
    answered_by_household: 'answer' in need.stage,
  }))
