import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Choose } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { pairsOf } from '#domain/sealed/opener.ts'
import { readyOpeners } from '#domain/sealed/letter.ts'
import { usePost } from '../teams/use-post.tsx'
import { useSitting } from '../sitting.tsx'
import type { SealedProps } from './SealedScreen.tsx'
import { TakeAway } from './TakeAway.tsx'

/** Who opens letters, whether each has made a passphrase, and, for the privacy officer, whom to ask. */
export function OpenerList({ desk, again }: SealedProps) {
  const words = useDeskWords('sealed')
  const { roles } = useDeskWords('shell')
  const isOfficer = useSitting().actor.role === 'privacy-officer'
  if (desk.openers.length === 0 && desk.others.length === 0) return null
  const isOpen = pairsOf(readyOpeners(desk.openers)).length > 0
  return (
    <Section heading={words.openers} note={isOpen ? words.phonesMay : words.phonesWait}>
      <ul className="dots">
        {desk.openers.map(({ id, name, role, key, without }) => (
          <li key={id}>
            <div>
              {name} <span className="two small">{roles[role]}</span>
              <p className="note">{key === null ? words.noKeyYet : words.hasKey}</p>
              {!isOfficer ? null : <TakeAway opener={{ id, name, without }} again={again} />}
            </div>
          </li>
        ))}
      </ul>
      {desk.others.length === 0 ? null : <AskSomebody desk={desk} again={again} />}
    </Section>
  )
}

function AskSomebody({ desk, again }: SealedProps) {
  const words = useDeskWords('sealed')
  const { roles } = useDeskWords('shell')
  const [person, setPerson] = useState('')
  const [post, refused] = usePost(again)
  const ask = async () => {
    if ((await post('/api/sealed/openers', { person })) !== null) setPerson('')
  }
  return (
    <div className="sealed-form">
      <Choose
        label={words.askSomebody}
        value={person}
        onChange={setPerson}
        choices={[
          { value: '', says: words.choose },
          ...desk.others.map(({ id, name, role }) => ({
            value: String(id),
            says: `${name} ${roles[role]}`,
          })),
        ]}
        note={words.askNote}
      />
      {refused === undefined ? null : <Refusal>{refused}</Refusal>}
      <Button small disabled={person === ''} onPress={() => void ask()}>
        {words.nameThem}
      </Button>
    </div>
  )
}
