import { Link } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { isSample, type Policy } from '#domain/policies/policy.ts'
import { CatalogueSwitch } from '../catalogues/CatalogueSwitch.tsx'
import { useSinceWords } from '../catalogues/since-words.ts'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { newLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { useDeskToday } from '../sitting.tsx'
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
  const days = useWords('days')
  const today = useDeskToday()
  const since = useSinceWords()
  return (
    <DeskPage
      name={words.name}
      heading={words.heading}
      note={
        <>
          {words.under} {since(catalogue)}
        </>
      }
      acts={<Button to={`${addresses.policies}/${newLine}`}>{words.add}</Button>}
    >
      <table className="tbl policy-list">
        <caption className="unseen">{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.until}</th>
            <th scope="col">{words.checked}</th>
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
              <td>
                {policy.validUntil === null
                  ? words.forever
                  : policy.validUntil < today
                    ? words.ended
                    : days.date(policy.validUntil, today)}
              </td>
              <td className={isSample(policy) ? 'three' : undefined}>
                {isSample(policy) ? words.sample : policy.checkedBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DeskPage>
  )
}
