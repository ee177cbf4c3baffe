import { Link } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import type { Policy } from '#domain/policies/policy.ts'
import { CataloguePage, CheckedCell } from '../catalogues/CataloguePage.tsx'
import { CatalogueSwitch } from '../catalogues/CatalogueSwitch.tsx'
import { useUntilWords } from '../catalogues/until-words.ts'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { newLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { PolicyEditor } from './PolicyEditor.tsx'
import { policyLines } from './policy-lines.ts'

/** The policy catalogue: its list, and one policy under the pen. */
export function PoliciesScreen() {
  const words = useDeskWords('policies')
  return (
    <CatalogueSwitch
      of={policyLines}
      home={addresses.policies}
      name={words.name}
      heading={words.heading}
      fresh={id => (id === newLine ? newPolicy : undefined)}
      List={List}
      Editor={PolicyEditor}
    />
  )
}

const newPolicy: Policy = {
  id: newLine,
  title: '',
  plain: '',
  entitled: 'members.exists(m, m.age >= 65)',
  papers: [],
  place: '',
  validUntil: null,
  source: '',
  sourceOn: null,
  checkedBy: '',
}

function List({ catalogue }: { readonly catalogue: Catalogue<Policy> }) {
  const words = useDeskWords('policies')
  const shared = useDeskWords('catalogues')
  const until = useUntilWords()
  return (
    <CataloguePage
      name={words.name}
      heading={words.heading}
      under={words.under}
      catalogue={catalogue}
      add={{ says: words.add, to: `${addresses.policies}/${newLine}` }}
    >
      <table className="tbl policy-list">
        <caption className="unseen">{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.until}</th>
            <th scope="col">{shared.checked}</th>
          </tr>
        </thead>
        <tbody>
          {catalogue.lines.map(policy => (
            <tr key={policy.id}>
              <th scope="row">
                <Link href={`${addresses.policies}/${policy.id}`} className="link">
                  {policy.title}
                </Link>
              </th>
              <td>{policy.place}</td>
              <td>{until(policy.validUntil)}</td>
              <CheckedCell by={policy.checkedBy} />
            </tr>
          ))}
        </tbody>
      </table>
    </CataloguePage>
  )
}
