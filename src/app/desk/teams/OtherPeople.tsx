import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Between } from './Between.tsx'
import { Join } from './OneTeam.tsx'
import type { Office } from './TeamsScreen.tsx'
import { usePost } from './use-post.tsx'

/** Cadres with their villages and officers with their departments. */
export function OtherPeople({ office }: { readonly office: Office }) {
  const words = useDeskWords('teams')
  return (
    <>
      <Tasked
        heading={words.villageCadres}
        sits="village-cadre"
        task="village"
        office={office}
        reaches={office.villages.map(({ code, town, name }) => ({ id: code, says: `${town}${name}` }))}
      />
      <Tasked
        heading={words.officers}
        sits="department-officer"
        task="department"
        office={office}
        reaches={office.departments.map(({ id, name }) => ({ id, says: name }))}
      />
    </>
  )
}

function Tasked(props: {
  readonly heading: string
  readonly sits: 'village-cadre' | 'department-officer'
  readonly task: 'village' | 'department'
  readonly office: Office
  readonly reaches: readonly { readonly id: string; readonly says: string }[]
}) {
  const words = useDeskWords('teams')
  const { office, task, reaches } = props
  const [post, refused] = usePost(office.again)
  const people = office.answer.people.filter(({ role }) => role === props.sits)
  const nameOf = (id: string): string => reaches.find(one => one.id === id)?.says ?? id
  return (
    <Section heading={props.heading}>
      <ul className="tasked">
        {people.map(person => (
          <li key={person.id}>
            {person.name}{' '}
            {person.tasks.map(({ reaches: id, from, until }) => (
              <span key={`${id} ${from}`}>
                {nameOf(id)} <Between from={from} until={until} />{' '}
              </span>
            ))}
            <Join
              says={task === 'village' ? words.giveVillage : words.giveDepartment}
              choices={reaches}
              onJoin={(id, days) => post('/api/tasks', { person: person.id, task, reaches: id, ...days })}
            />
          </li>
        ))}
      </ul>
      {refused === undefined ? null : <Refusal>{refused}</Refusal>}
    </Section>
  )
}
