import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { Section } from '#app/ui/Section.tsx'
import { addressOf } from '#domain/visits/conversation/address.ts'
import type { Brief } from '#domain/visits/brief.ts'
import { ReasonsTodo } from './ReasonsTodo.tsx'

/** Who lives there, what to mind when speaking, what the visit is for; and, before all, whether they asked for no visit. */
export function BriefWho({ brief }: { readonly brief: Brief }) {
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  const people = usePeople(brief)
  const living = brief.living.map(fact => fact.value)
  return (
    <>
      <div className="who-lives">
        {people.length === 0 ? null : <p className="lead">{words.sentence(people)}</p>}
        {living.length === 0 ? null : <p className="lead">{words.sentence(living)}</p>}
        {people.length + living.length > 0 || !brief.isFirstVisit ? null : (
          <p className="lead">{words.firstTime}</p>
        )}
        {brief.mindful.map(sentence => (
          <p className="lead" key={sentence}>
            <b>{words.ended(sentence)}</b>
          </p>
        ))}
      </div>
      {brief.notBefore === null ? null : (
        <p className="todo">{words.doNotVisit(days.date(brief.notBefore, today))}</p>
      )}
      {brief.visit === null || brief.visit.purpose === '' ? null : (
        <Section heading={words.purpose}>
          <p className="lead">{brief.visit.purpose}</p>
        </Section>
      )}
      <ReasonsTodo brief={brief} />
    </>
  )
}

/** 守田叔 72，孙子子轩 10: grown-ups as one addresses them, the others by what they are to the family. */
function usePeople(brief: Brief): readonly string[] {
  const words = useWords('brief')
  const today = useToday()
  const [{ language }] = useSettings()
  const year = Number(today.slice(0, 4))
  return brief.people.map(({ name, relation, age }) => {
    const called = addressOf({ name, relation, birthYear: age === null ? null : year - age }, year)
    const address = language === 'en' ? called.en : called.zh
    return words.person(
      address === name || (age !== null && age < 18) ? words.relative(relation, address) : address,
      age,
    )
  })
}
