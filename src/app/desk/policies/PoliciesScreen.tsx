import './policies.css'
import { Link, Route, Switch } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { dayOf } from '#domain/base/days.ts'
import { isSample, type Policy } from '#domain/policies/policy.ts'
import { addresses } from '../desk-ways.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useDeskToday } from '../sitting.tsx'
import { PolicyEditor } from './PolicyEditor.tsx'
import { type Catalogue, usePolicies } from './use-policies.ts'

/** The policy catalogue: its list, and one policy under the pen. */
export function PoliciesScreen() {
  const [shown, again] = usePolicies()
  return (
    <Arrived shown={shown} again={again}>
      {catalogue => (
        <Switch>
          <Route path={`${addresses.policies}/:id`}>
            {({ id }) => <Opened key={id} id={id} catalogue={catalogue} again={again} />}
          </Route>
          <Route>
            <List catalogue={catalogue} />
          </Route>
        </Switch>
      )}
    </Arrived>
  )
}

const newPolicy: Policy = {
  id: 'new',
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

function Opened(props: {
  readonly id: string
  readonly catalogue: Catalogue
  readonly again: () => Promise<void>
}) {
  const words = useDeskWords('policies')
  const { id, catalogue, again } = props
  const policy = id === newPolicy.id ? newPolicy : catalogue.policies.find(one => one.id === id)
  if (policy !== undefined) return <PolicyEditor begun={policy} catalogue={catalogue} again={again} />
  return (
    <DeskPage name={words.name} heading={words.heading}>
      <Empty>{words.gone}</Empty>
      <Button to={addresses.policies}>{words.back}</Button>
    </DeskPage>
  )
}

function List({ catalogue }: { readonly catalogue: Catalogue }) {
  const words = useDeskWords('policies')
  const days = useWords('days')
  const today = useDeskToday()
  const { edited, policies } = catalogue
  const since =
    edited === null
      ? words.asShipped
      : words.lastEdited(edited.editedBy.name, days.date(dayOf(edited.editedAt), today), edited.version)
  return (
    <DeskPage
      name={words.name}
      heading={words.heading}
      note={
        <>
          {words.under} {since}
        </>
      }
      acts={<Button to={`${addresses.policies}/${newPolicy.id}`}>{words.add}</Button>}
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
          {policies.map(policy => (
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
