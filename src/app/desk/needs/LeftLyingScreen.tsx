import { useParams } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { DeskTable } from '#app/ui/desk/DeskTable.tsx'
import type { NeedLine } from '#domain/campaigns/desk-answers.ts'
import { type LyingKind, lyingKinds } from '#domain/villages/picture.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'
import { showStanding, showWords } from './StandingMark.tsx'
import { useDay } from './use-day.ts'

type Lying = NeedLine & { readonly since: string; readonly kind: LyingKind }

/** What lies there in the leader's own villages, to be picked up; never who let it lie [H13]. `/desk/left-lying/no-next-step`. */
export function LeftLyingScreen() {
  const { '*': kind = '' } = useParams()
  const words = useDeskWords('leftLying')
  const [shown, again] = useAsked<readonly NeedLine[]>('/api/needs')
  const lying = (shown.is === 'here' ? shown.value : []).flatMap(lyingOf)
  const chosen = lyingKinds.find(one => one === kind)
  const drawn = chosen === undefined ? lying : lying.filter(one => one.kind === chosen)
  return (
    <DeskPage
      name={words.name}
      heading={chosen === undefined ? words.heading : words.kinds[chosen]}
      note={shown.is === 'here' ? words.under(drawn.length) : undefined}
    >
      <Arrived shown={shown} again={again}>
        {() => <LyingTable lying={drawn} />}
      </Arrived>
    </DeskPage>
  )
}

function lyingOf(need: NeedLine): readonly Lying[] {
  if (need.standing.is !== 'lying') return []
  const { since } = need.standing
  if (need.dueOn !== null && need.dueOn === since) return [{ ...need, since, kind: 'past-day' }]
  return [{ ...need, since, kind: need.untold ? 'result-untold' : 'no-next-step' }]
}

function LyingTable({ lying }: { readonly lying: readonly Lying[] }) {
  const words = useDeskWords('leftLying')
  const { familyOf } = useWords('base')
  const day = useDay()
  return (
    <DeskTable
      name={words.name}
      rows={lying}
      keyOf={need => need.need}
      empty={words.none}
      columns={[
        { key: 'what', says: words.columns.what, show: showWords },
        {
          key: 'family',
          says: words.columns.family,
          show: need => familyOf(need.family),
          sortBy: need => need.family,
          width: 130,
        },
        {
          key: 'village',
          says: words.columns.village,
          show: need => need.villageName,
          sortBy: need => need.villageName,
          width: 110,
        },
        {
          key: 'why',
          says: words.columns.why,
          show: need => words.kinds[need.kind],
          sortBy: need => need.kind,
          width: 210,
        },
        {
          key: 'since',
          says: words.columns.since,
          show: need => day(need.since),
          sortBy: need => need.since,
          width: 120,
        },
        {
          key: 'days',
          says: words.columns.days,
          show: showStanding,
          width: 130,
        },
      ]}
    />
  )
}
