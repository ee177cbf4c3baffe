import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { NeedOf } from '#domain/needs/mine.ts'
import { NeedMark } from '../needs/NeedMark.tsx'
import { useNaming } from '../phone/use-naming.ts'

/** Results that are there and that the family has not been told [H13]. */
export function ToTellRows({ toTell }: { readonly toTell: readonly NeedOf[] }) {
  const words = useWords('today')
  const days = useWords('days')
  const today = useToday()
  const naming = useNaming()
  if (toTell.length === 0) return null
  return (
    <Section heading={words.toTell}>
      <MarginList>
        {toTell.map(({ household, need }) => (
          <MarginRow
            key={need.id}
            when={days.day(need.life.at(-1)?.on ?? need.heardOn, today)}
            leads={{ to: `/needs/${need.id}` }}
          >
            <p className="what">{words.oweWord(naming.family(household), need.words)}</p>
            <NeedMark need={need} />
          </MarginRow>
        ))}
      </MarginList>
    </Section>
  )
}
