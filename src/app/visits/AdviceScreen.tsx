import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useOpening, useToday } from '#app/sync/wuxin.tsx'
import { TextLink } from '#app/ui/Button.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { TruthLine } from '#app/ui/TruthLine.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { askedVisits, type PlannedVisit } from '#domain/visits/plan.ts'
import type { Advice } from '#domain/visits/visit.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useHouseholds } from '../phone/use-households.ts'
import { useKept } from '../phone/use-kept.ts'
import { useMe } from '../phone/use-me.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useTruthShown } from '../phone/use-truth-shown.ts'
import { useWriting } from '../phone/use-writing.ts'
import { adviceFrom, isAnswered, noAdvice } from './advice-fields.ts'
import { AdvicePrompts } from './AdvicePrompts.tsx'

/** 怎么上门: the village cadre's own page, a few prompts for each family asked about [H2]. */
export function AdviceScreen() {
  const words = useWords('advice')
  const me = useMe()
  const today = useToday()
  const truth = useTruthShown()
  const asked = askedVisits(useHouseholds(), today)
  const waiting = asked.filter(one => mineIn(one, me.name) === undefined)
  const [open, setOpen] = useState<string>()
  const opened = waiting.find(one => one.visit.id === open) ?? waiting[0]
  return (
    <Page name={words.name} heading={words.heading(me.name)} under={<AskedBy asked={asked} />} set="tab">
      <TruthLine truth={truth} to="/me" />
      {asked.length === 0 ? <Empty>{words.nobodyAsks}</Empty> : null}
      {asked.map(one => (
        <AskedFamily
          key={one.visit.id}
          one={one}
          said={mineIn(one, me.name)}
          isOpen={one === opened}
          onOpen={() => setOpen(one.visit.id)}
        />
      ))}
      <p className="aside">{words.promise}</p>
      <TextLink to="/me">{words.toMe}</TextLink>
    </Page>
  )
}

const mineIn = ({ visit }: PlannedVisit, name: string): Advice | undefined =>
  visit.advice.findLast(advice => advice.writtenBy.name === name && advice.via === 'own-screen')

function AskedBy({ asked }: { readonly asked: readonly PlannedVisit[] }) {
  const words = useWords('advice')
  const days = useWords('days')
  const base = useWords('base')
  const today = useToday()
  const [first] = asked
  if (first === undefined) return null
  const who = [...new Set([first.visit.by.name, ...first.visit.companions])]
  return words.ask(
    base.list(who),
    days.day(first.visit.on, today),
    asked.length === 1 ? words.one : words.several(asked.length),
  )
}

function AskedFamily(props: {
  readonly one: PlannedVisit
  readonly said: Advice | undefined
  readonly isOpen: boolean
  readonly onOpen: () => void
}) {
  const { one, said } = props
  const words = useWords('advice')
  const naming = useNaming()
  return (
    <Section
      family
      heading={naming.family(one.household)}
      note={said === undefined ? naming.place(one.household) : <Mark state="ready">{words.said}</Mark>}
    >
      {said !== undefined ? (
        <Said advice={said} />
      ) : props.isOpen ? (
        <AdviceForm one={one} />
      ) : (
        <button type="button" className="link" onClick={props.onOpen}>
          {words.about}
        </button>
      )}
    </Section>
  )
}

function Said({ advice }: { readonly advice: Advice }) {
  const words = useWords('advice')
  const { times } = useWords('today')
  const lines = [
    [words.whenShort, advice.when === null ? '' : times[advice.when]],
    [words.howToCallShort, advice.address],
    [words.howToSpeakShort, advice.mindful],
    [words.elseShort, advice.words],
  ] as const
  return lines
    .filter(([, said]) => said !== '')
    .map(([says, said]) => (
      <div className="heard" key={says}>
        <p className="q">{says}</p>
        <p className="a">{said}</p>
      </div>
    ))
}

function AdviceForm({ one: { household, visit } }: { readonly one: PlannedVisit }) {
  const words = useWords('advice')
  const me = useMe()
  const today = useToday()
  const toast = useToast()
  const { write, refusal, busy } = useWriting()
  const { key, fields, change } = useKept(`advice/${visit.id}`, noAdvice)
  useOpening(household.id, 'advise')
  const give = async () => {
    const body = adviceFrom(fields, { visit: visit.id, saidBy: me.name, via: 'own-screen', saidOn: today })
    const where = { village: household.village, household: household.id, draft: key }
    if (await write([{ ...where, kind: 'advice.give', body }])) toast(words.thanks(visit.by.name))
  }
  return (
    <>
      <AdvicePrompts fields={fields} change={change} />
      <FormEnd refusal={refusal} busy={busy} ready={isAnswered(fields)} onKeep={() => void give()}>
        {words.tell(visit.by.name)}
      </FormEnd>
    </>
  )
}
