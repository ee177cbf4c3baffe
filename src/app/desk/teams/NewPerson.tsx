import { type FormEvent, useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Choose, Field } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { PersonMade } from '#domain/campaigns/desk-answers.ts'
import { usePost } from './use-post.tsx'

const roles = [
  'visitor',
  'team-leader',
  'village-cadre',
  'department-officer',
  'office',
  'privacy-officer',
] as const

type Written = {
  readonly name: string
  readonly username: string
  readonly role: (typeof roles)[number]
  readonly telephone: string
  readonly title: string
}

const nobody: Written = { name: '', username: '', role: 'visitor', telephone: '', title: '' }

/** The office makes an account; its first password is shown this once. */
export function NewPerson({ again }: { readonly again: () => Promise<void> }) {
  const words = useDeskWords('teams')
  const shell = useDeskWords('shell')
  const [written, setWritten] = useState(nobody)
  const [made, setMade] = useState<(PersonMade & { readonly name: string }) | null>(null)
  const [post, refused] = usePost(again)
  const write = (part: Partial<Written>) => setWritten({ ...written, ...part })
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const person = await post<PersonMade>('/api/people', written)
    if (person === null) return
    setMade({ ...person, name: written.name })
    setWritten(nobody)
  }
  return (
    <Section bare heading={words.addPerson}>
      {made === null ? null : (
        <div className="shown-once" role="status">
          <p>{words.madeFor(made.name, made.username)}</p>
          <p className="password num">{made.password}</p>
          <p className="small two">{words.passwordNote}</p>
        </div>
      )}
      <form className="two-by-two" onSubmit={event => void make(event)}>
        <Field
          label={words.personName}
          required
          maxLength={60}
          value={written.name}
          onChange={name => write({ name })}
        />
        <Field
          label={words.account}
          required
          maxLength={30}
          value={written.username}
          onChange={username => write({ username })}
        />
        <Choose
          label={words.role}
          value={written.role}
          onChange={role => write({ role })}
          choices={roles.map(value => ({ value, says: shell.roles[value] }))}
        />
        <Field
          label={words.telephone}
          type="tel"
          maxLength={40}
          value={written.telephone}
          onChange={telephone => write({ telephone })}
        />
        <Field label={words.unit} maxLength={60} value={written.title} onChange={title => write({ title })} />
        <Button sends>{words.makeAccount}</Button>
      </form>
      {refused === undefined ? null : <Refusal>{refused}</Refusal>}
    </Section>
  )
}
