import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { DeskTable } from '#app/ui/desk/DeskTable.tsx'
import type { NeedLine } from '#domain/campaigns/desk-answers.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'
import { showStanding, showWords } from './StandingMark.tsx'
import { useDay } from './use-day.ts'

type Filter = 'open' | 'waiting' | 'answered' | 'closed' | 'all'

const filters: Readonly<Record<Filter, (need: NeedLine) => boolean>> = {
  open: need => !over.includes(need.stage),
  waiting: need => need.stage === 'waiting',
  answered: need => need.stage === 'answered',
  closed: need => over.includes(need.stage),
  all: () => true,
}

const over = ['solved', 'unconfirmed', 'withdrawn']

/** The needs of the leader's own villages, by state; nobody's work is counted. */
export function NeedsScreen() {
  const words = useDeskWords('needs')
  const [shown, again] = useAsked<readonly NeedLine[]>('/api/needs')
  const [filter, setFilter] = useState<Filter>('open')
  const needs = shown.is === 'here' ? shown.value.filter(filters[filter]) : []
  return (
    <DeskPage
      name={words.name}
      heading={words.headings[filter]}
      note={shown.is === 'here' ? words.under(needs.length) : undefined}
    >
      <p className="filters">
        {(Object.keys(filters) as readonly Filter[]) /* keys of a literal */
          .map(one => (
            <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
              {words.filters[one]}
            </button>
          ))}
      </p>
      <Arrived shown={shown} again={again}>
        {() => <NeedTable needs={needs} />}
      </Arrived>
    </DeskPage>
  )
}

function NeedTable({ needs }: { readonly needs: readonly NeedLine[] }) {
  const words = useDeskWords('needs')
  const { categories, familyOf } = useWords('base')
  const day = useDay()
  return (
    <DeskTable
      name={words.name}
      rows={needs}
      keyOf={need => need.need}
      empty={words.none}
      columns={[
        { key: 'need', says: words.columns.need, show: showWords },
        {
          key: 'family',
          says: words.columns.family,
          show: need => familyOf(need.family),
          sortBy: need => need.family,
          width: 120,
        },
        {
          key: 'village',
          says: words.columns.village,
          show: need => need.villageName,
          sortBy: need => need.villageName,
          width: 100,
        },
        {
          key: 'category',
          says: words.columns.category,
          show: need => categories[need.category],
          sortBy: need => need.category,
          width: 130,
        },
        {
          key: 'state',
          says: words.columns.state,
          show: showStanding,
          sortBy: need => need.standing.is,
          width: 210,
        },
        {
          key: 'since',
          says: words.columns.since,
          show: need => day(need.heardOn),
          sortBy: need => need.heardOn,
          width: 110,
        },
        {
          key: 'due',
          says: words.columns.due,
          show: need => (need.dueOn === null ? '—' : day(need.dueOn)),
          sortBy: need => need.dueOn ?? '9999',
          width: 110,
        },
      ]}
    />
  )
}
