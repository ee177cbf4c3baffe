import { useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { Section } from '#app/ui/Section.tsx'
import type { Household } from '#domain/households/household.ts'
import { addressOf } from '#domain/visits/conversation/address.ts'
import type { Brief } from '#domain/visits/brief.ts'
import { addressesFor } from '#domain/visits/conversation/addresses-for.ts'
import { kinIn } from '#domain/visits/conversation/talk-line.ts'
import { talkOccasionOf } from '#domain/visits/talk-for.ts'
import { ReasonsTodo } from './ReasonsTodo.tsx'
import { useTalkLines } from './use-talk-lines.ts'

/** Who lives there, what to mind when speaking, what the visit is for; and, before all, whether they asked for no visit. */
export function BriefWho(props: { readonly brief: Brief; readonly household: Household }) {
  const { brief, household } = props
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  const people = usePeople(brief, household)
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
      <ReasonsTodo brief={brief} household={household} />
    </>
  )
}

/** 守田叔 72，孙子子轩 10: grown-ups as one addresses them, children by what they are to the family. */
function usePeople(brief: Brief, household: Household): readonly string[] {
  const words = useWords('brief')
  const today = useToday()
  const [{ language }] = useSettings()
  const year = Number(today.slice(0, 4))
  const lines = useTalkLines()
  const addresses = useMemo(
    () => addressesFor(talkOccasionOf(household, today, brief), lines),
    [household, today, brief, lines],
  )
  const kin = kinIn(lines, household.village)
  return brief.people.map(({ name, relation, age }) => {
    const birthYear = age === null ? null : year - age
    const known =
      addresses.find(one => one.name === name) ?? addressOf({ name, relation, birthYear }, year, kin)
    const address = language === 'en' ? known.en : known.zh
    const isChild = age !== null && age < 18
    return words.person(isChild ? words.relative(relation, address) : address, age)
  })
}
