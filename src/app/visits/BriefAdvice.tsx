import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Dots } from '#app/ui/Dots.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { Brief, Bring } from '#domain/visits/brief.ts'
import type { Advice } from '#domain/visits/visit.ts'

/** What to bring, what nobody knows yet, what to leave alone [H19]. */
export function BriefAdvice({ brief }: { readonly brief: Brief }) {
  const words = useWords('brief')
  const bringWords = useBringWords()
  return (
    <>
      {brief.bring.length === 0 ? null : (
        <Section heading={words.bring}>
          <Dots lines={brief.bring.map((one, place) => ({ id: String(place), says: bringWords(one) }))} />
        </Section>
      )}
      {brief.unknowns.length === 0 ? null : (
        <Section heading={words.unknown} note={words.unknownNote}>
          <Dots lines={brief.unknowns.map(unknown => ({ id: unknown, says: words.unknowns[unknown] }))} />
        </Section>
      )}
      {brief.leaveAlone ? (
        <Section heading={words.leaveAlone}>
          <p className="lead">{words.topicToLeave}</p>
        </Section>
      ) : null}
    </>
  )
}

/** What the cadre said for this visit, until it expires [H2]. */
export function BriefSaid({ brief, onAsk }: { readonly brief: Brief; readonly onAsk: () => void }) {
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  const [first] = brief.advice
  if (brief.visit === null) return null
  const { askedOn } = brief.visit
  if (first === undefined)
    return (
      <Section heading={words.adviceHeading}>
        <p className="note">
          {askedOn === null ? words.noAdvice : words.askedAlready(days.date(askedOn, today))}
        </p>
        <button type="button" className="link screen-only" onClick={onAsk}>
          {words.askVillage}
        </button>
      </Section>
    )
  return (
    <Section heading={words.adviceHeading} note={words.expiresOn(days.date(first.expiresOn, today))}>
      <MarginList>
        {brief.advice.map(advice => (
          <AdviceRow key={`${advice.saidBy}-${advice.saidOn}-${advice.words}`} advice={advice} />
        ))}
      </MarginList>
    </Section>
  )
}

function AdviceRow({ advice }: { readonly advice: Advice }) {
  const words = useWords('brief')
  const days = useWords('days')
  const { times } = useWords('today')
  const today = useToday()
  const said = [advice.words, advice.mindful].filter(one => one !== '')
  return (
    <MarginRow when={days.date(advice.saidOn, today)} who={advice.saidBy}>
      {said.map(one => (
        <Quote key={one}>{one}</Quote>
      ))}
      {advice.when === null ? null : <p className="note">{words.goesWell(times[advice.when])}</p>}
      {advice.address === '' ? null : <p className="note">{words.called(advice.address)}</p>}
    </MarginRow>
  )
}

function useBringWords(): (one: Bring) => string {
  const words = useWords('brief')
  const base = useWords('base')
  return one => {
    switch (one.is) {
      case 'result':
        return words.bringResult(one.need.stage.is === 'in-hand' ? (one.need.stage.found?.words ?? '') : '')
      case 'contact-card':
        return words.bringCard
      case 'policies':
        return words.bringPolicies(base.list(one.titles), base.list(one.papers))
      default:
        return one satisfies never
    }
  }
}
