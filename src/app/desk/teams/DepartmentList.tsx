import { type FormEvent, useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { Office } from './TeamsScreen.tsx'
import { usePost } from './use-post.tsx'

/** The departments that can help, with their telephones. */
export function DepartmentList({ office }: { readonly office: Office }) {
  const words = useDeskWords('teams')
  const [written, setWritten] = useState({ name: '', telephone: '' })
  const [post, refused] = usePost(office.again)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if ((await post('/api/departments', written)) !== null) setWritten({ name: '', telephone: '' })
  }
  return (
    <Section heading={words.departments}>
      <table className="tbl">
        <caption className="unseen">{words.departments}</caption>
        <tbody>
          {office.departments.map(({ id, name, telephone }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="r num">{telephone}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form className="in-a-row" onSubmit={event => void add(event)}>
        <Field
          label={words.departmentName}
          required
          maxLength={60}
          value={written.name}
          onChange={name => setWritten({ ...written, name })}
          refusal={refused}
        />
        <Field
          label={words.telephone}
          type="tel"
          maxLength={40}
          value={written.telephone}
          onChange={telephone => setWritten({ ...written, telephone })}
        />
        <Button small sends>
          {words.addDepartment}
        </Button>
      </form>
    </Section>
  )
}
