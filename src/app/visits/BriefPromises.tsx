import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Todo } from '#app/ui/Dots.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { Household } from '#domain/households/household.ts'
import type { Need } from '#domain/needs/need.ts'
import type { Brief, BriefPromise } from '#domain/visits/brief.ts'
import { NeedMark } from '../needs/NeedMark.tsx'

/** What was promised and what became of it, what is to be told, and what is still open [H1]. */
export function BriefPromises({ brief }: { readonly brief: Brief; readonly household: Household }) {
  const words = useWords('brief')
  const base = useWords('base')
  const ready = brief.promises.some(({ became }) => became.is === 'result-ready')
  const told = new Set(
    brief.promises.flatMap(({ became }) => (became.is === 'result-ready' ? [became.need.id] : [])),
  )
  const others = brief.untold.filter(need => !told.has(need.id))
  return (
    <>
      {brief.promises.length === 0 ? null : (
        <Section heading={words.promisedLast}>
          <MarginList>
            {brief.promises.map(one => (
              <PromiseRow key={one.promised.id} one={one} />
            ))}
          </MarginList>
          {ready ? <TellFirst brief={brief} /> : null}
        </Section>
      )}
      {others.length === 0 ? null : (
        <Section heading={words.results}>
          <MarginList>
            {others.map(need => (
              <ResultRow key={need.id} need={need} />
            ))}
          </MarginList>
        </Section>
      )}
      {brief.open.length === 0 ? null : (
        <Section heading={words.stillOpen} note={base.matters(brief.open.length)}>
          <MarginList>
            {brief.open.map(need => (
              <OpenRow key={need.id} need={need} />
            ))}
          </MarginList>
        </Section>
      )}
    </>
  )
}

function TellFirst({ brief }: { readonly brief: Brief }) {
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  const day = brief.visit === null ? '' : days.day(brief.visit.on, today)
  return (
    <Todo>
      <span>
        <Phrase>{words.tellFirst(day)}</Phrase>
      </span>
    </Todo>
  )
}

function PromiseRow({ one: { promised, became } }: { readonly one: BriefPromise }) {
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  return (
    <>
      <MarginRow when={days.date(promised.givenOn, today)} who={promised.giver.name}>
        <Quote>{promised.words}</Quote>
        {became.is === 'past' ? (
          <Mark state="left-lying">{words.pastDue(days.date(became.on, today))}</Mark>
        ) : became.is === 'open' ? (
          <Mark state="promise">
            {became.on === null ? words.withoutDay : words.stillDue(days.withWeekday(became.on, today))}
          </Mark>
        ) : null}
      </MarginRow>
      {became.is === 'result-ready' ? <ResultRow need={became.need} /> : null}
      {became.is === 'kept' ? (
        <MarginRow when={days.date(became.on, today)}>
          <p className="what">{words.kept(days.date(became.on, today), became.how)}</p>
        </MarginRow>
      ) : null}
    </>
  )
}

function ResultRow({ need }: { readonly need: Need }) {
  const days = useWords('days')
  const today = useToday()
  if (need.stage.is !== 'in-hand' || need.stage.found === null) return null
  const { found } = need.stage
  return (
    <MarginRow
      when={days.date(found.on, today)}
      who={need.department?.name ?? found.by.name}
      leads={{ to: `/needs/${need.id}` }}
    >
      <p className="what">{found.words}</p>
      <p className="note">{need.words}</p>
    </MarginRow>
  )
}

function OpenRow({ need }: { readonly need: Need }) {
  const days = useWords('days')
  const today = useToday()
  return (
    <MarginRow
      when={days.date(need.heardOn, today)}
      who={need.saidBy === '' ? undefined : need.saidBy}
      leads={{ to: `/needs/${need.id}` }}
    >
      <p className="what">{need.words}</p>
      <NeedMark need={need} />
    </MarginRow>
  )
}
