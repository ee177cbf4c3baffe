import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { TeamsAnswer } from '#domain/campaigns/desk-answers.ts'
import { useDeskToday } from '../sitting.tsx'
import { Between, type Days, DaysField } from './Between.tsx'
import type { Office } from './TeamsScreen.tsx'
import { usePost } from './use-post.tsx'

type Team = TeamsAnswer['teams'][number]

/** One team: its people and its villages, each from when to when. */
export function OneTeam({ team, office }: { readonly team: Team; readonly office: Office }) {
  const words = useDeskWords('teams')
  const { roles } = useDeskWords('shell')
  const today = useDeskToday()
  const [post, refused] = usePost(office.again)
  const joined = new Set(team.people.map(({ id }) => id))
  const going = new Set(team.villages.map(({ code }) => code))
  const mayJoin = office.answer.people.filter(
    ({ id, role }) => !joined.has(id) && (role === 'visitor' || role === 'team-leader'),
  )
  const over = [...team.people, ...team.villages].every(({ until }) => until !== null && until <= today)
  return (
    <Section heading={team.name} family note={over && joined.size > 0 ? words.ended : undefined}>
      <div className="team">
        <div>
          <h3 className="small two">{words.people}</h3>
          <ul>
            {team.people.map(person => (
              <li key={`${person.id} ${person.from}`}>
                {person.name} <span className="two small">{person.title || titleOf(roles, person.role)}</span>{' '}
                <Between {...person} />
              </li>
            ))}
          </ul>
          <Join
            says={words.addToTeam}
            choices={mayJoin.map(({ id, name, title }) => ({
              id,
              says: title === '' ? name : `${name} ${title}`,
            }))}
            onJoin={(person, days) => post(`/api/teams/${team.id}/people`, { person, ...days })}
          />
        </div>
        <div>
          <h3 className="small two">{words.villages}</h3>
          <ul>
            {team.villages.map(village => (
              <li key={`${village.code} ${village.from}`}>
                {`${village.town}${village.name}`} <Between {...village} />
              </li>
            ))}
          </ul>
          <Join
            says={words.addVillage}
            choices={office.villages
              .filter(({ code }) => !going.has(code))
              .map(({ code, town, name }) => ({ id: code, says: `${town}${name}` }))}
            onJoin={(village, days) => post(`/api/teams/${team.id}/villages`, { village, ...days })}
          />
        </div>
      </div>
      {refused === undefined ? null : <Refusal>{refused}</Refusal>}
      {over ? null : (
        <p className="small three team-end">
          <Button kind="quiet" small onPress={() => void post(`/api/teams/${team.id}/end`, { on: today })}>
            {words.end}
          </Button>{' '}
          {words.endMeans}
        </p>
      )}
    </Section>
  )
}

const titleOf = (roles: Readonly<Record<string, string>>, role: string): string => roles[role] ?? role

/** Chooses one and the days, and joins it; closed until it is wanted. */
export function Join(props: {
  readonly says: string
  readonly choices: readonly { readonly id: string; readonly says: string }[]
  readonly onJoin: (id: string, days: Days) => Promise<unknown>
}) {
  const words = useDeskWords('teams')
  const today = useDeskToday()
  const [id, setId] = useState('')
  const [days, setDays] = useState<Days>({ from: today, until: null })
  const [open, setOpen] = useState(false)
  const join = async () => {
    if ((await props.onJoin(id, days)) === null) return
    setId('')
    setOpen(false)
  }
  return (
    <details className="join" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{props.says}</summary>
      <div className="in-a-row">
        <select
          className="boxed"
          aria-label={props.says}
          value={id}
          onChange={event => setId(event.target.value)}
        >
          <option value="">{words.choose}</option>
          {props.choices.map(choice => (
            <option key={choice.id} value={choice.id}>
              {choice.says}
            </option>
          ))}
        </select>
        <DaysField days={days} onChange={setDays} />
        <Button small disabled={id === ''} onPress={() => void join()}>
          {words.keep}
        </Button>
      </div>
    </details>
  )
}
