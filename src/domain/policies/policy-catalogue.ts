import type { CatalogueKind } from '../catalogues/catalogue.ts'
import { readLines } from '../catalogues/lines.schema.ts'
import { lintExpression } from './lint-expression.ts'
import type { Policy } from './policy.ts'
import { policyLine } from './policy.schema.ts'
import { shippedPolicies } from './shipped/policies.ts'

/** The policy catalogue: what ships, and how what the office writes is read. */
export const policyCatalogue: CatalogueKind<readonly Policy[]> = {
  shipped: shippedPolicies,
  read: body =>
    readLines(body, {
      schema: policyLine,
      titleOf: ({ title }) => title,
      keyOf: ({ id }) => id,
      check: ({ entitled }) => lintExpression(entitled).map(problem => ({ field: 'entitled', ...problem })),
    }),
}
