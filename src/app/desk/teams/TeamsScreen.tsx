import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { DepartmentLine, TeamsAnswer, VillageLine } from '#domain/campaigns/desk-answers.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'
import { DepartmentList } from './DepartmentList.tsx'
import { NewPerson } from './NewPerson.tsx'
import { OneTeam } from './OneTeam.tsx'
import { OtherPeople } from './OtherPeople.tsx'
import { usePost } from './use-post.tsx'

/** What the parts of this screen work with. */
export type Office = {
  readonly answer: TeamsAnswer
  readonly villages: readonly VillageLine[]
  readonly departments: readonly DepartmentLine[]
  readonly again: () => Promise<void>
}

/** Teams, people, villages and departments: who goes where, from when to when. */
export function TeamsScreen() {
  const words = useDeskWords('teams')
  const [shown, again] = useAsked<TeamsAnswer>('/api/teams')
  const [villages] = useAsked<readonly VillageLine[]>('/api/villages')
  const [departments, againDepartments] = useAsked<readonly DepartmentLine[]>('/api/departments')
  const all = async () => {
    await again()
    await againDepartments()
  }
  return (
    <DeskPage name={words.name} heading={words.heading} note={words.under}>
      <Arrived shown={shown} again={again}>
        {answer => (
          <TeamsOf
            office={{
              answer,
              again: all,
              villages: villages.is === 'here' ? villages.value : [],
              departments: departments.is === 'here' ? departments.value : [],
            }}
          />
        )}
      </Arrived>
    </DeskPage>
  )
}

function TeamsOf({ office }: { readonly office: Office }) {
  const words = useDeskWords('teams')
  const { teams } = office.answer
  return (
    <div className="teams">
      <div>
        {teams.length === 0 ? <Empty>{words.noTeams}</Empty> : null}
        {teams.map(team => (
          <OneTeam key={team.id} team={team} office={office} />
        ))}
        <NewTeam again={office.again} />
      </div>
      <div>
        <NewPerson again={office.again} />
        <OtherPeople office={office} />
        <DepartmentList office={office} />
      </div>
    </div>
  )
}

function NewTeam({ again }: { readonly again: () => Promise<void> }) {
  const words = useDeskWords('teams')
  const [name, setName] = useState('')
  const [post, refused] = usePost(again)
  const make = async () => {
    if (await post('/api/teams', { name })) setName('')
  }
  return (
    <Section heading={words.make}>
      <form
        className="in-a-row"
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <Field
          label={words.teamName}
          value={name}
          onChange={setName}
          required
          maxLength={60}
          refusal={refused}
        />
        <Button sends disabled={name.trim() === ''}>
          {words.make}
        </Button>
      </form>
    </Section>
  )
}
