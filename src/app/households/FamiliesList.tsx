import { useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Empty, Loading } from '#app/ui/sentences.tsx'
import { FamilyRow } from '#app/ui/FamilyRow.tsx'
import { GroupHeading, GroupIndex } from '#app/ui/Groups.tsx'
import { SearchField } from '#app/ui/SearchField.tsx'
import { Segment } from '#app/ui/Segment.tsx'
import { useGrowing } from '#app/ui/use-growing.ts'
import { currentFact } from '#domain/households/facts.ts'
import type { Household } from '#domain/households/household.ts'
import { markOf } from '#domain/households/roll.ts'
import { nextVisitTo } from '#domain/visits/plan.ts'
import { useNaming } from '../phone/use-naming.ts'
import { FamilyMark } from './FamilyMark.tsx'
import type { Families } from './use-families.ts'

/** Families by group with instant search. `to` says where a row leads. */
export function FamiliesList(props: {
  readonly families: Families
  readonly to: (household: Household) => string
}) {
  const { families, to } = props
  const words = useWords('families')
  return (
    <>
      {families.villages.length < 2 ? null : <VillageChoice families={families} />}
      <SearchField label={words.find} hint={words.hint} value={families.query} onChange={families.setQuery} />
      {families.found === null ? (
        <Roll families={families} to={to} />
      ) : families.found.length === 0 ? (
        <Empty>{words.notFound}</Empty>
      ) : (
        <Found found={families.found} to={to} />
      )}
    </>
  )
}

function Found(props: {
  readonly found: readonly Household[]
  readonly to: (household: Household) => string
}) {
  const naming = useNaming()
  const shown = useGrowing(props.found)
  return (
    <ul aria-busy={shown < props.found.length}>
      {props.found.slice(0, shown).map(household => (
        <Row
          key={household.id}
          household={household}
          to={props.to(household)}
          note={naming.place(household)}
        />
      ))}
    </ul>
  )
}

function VillageChoice({ families }: { readonly families: Families }) {
  const words = useWords('families')
  return (
    <div className="villages">
      <Segment
        label={words.otherVillage}
        value={families.village?.code ?? ''}
        onChange={families.choose}
        choices={families.villages.map(village => ({ value: village.code as string, says: village.name }))}
      />
    </div>
  )
}

function Roll({
  families,
  to,
}: {
  readonly families: Families
  readonly to: (household: Household) => string
}) {
  const words = useWords('families')
  const sync = useWords('sync')
  const today = useToday()
  const all = useMemo(() => families.roll.flatMap(({ households }) => households), [families.roll])
  const shown = new Set(all.slice(0, useGrowing(all)))
  if (families.count === 0)
    return families.fetching === null ? (
      <Empty>{words.none}</Empty>
    ) : (
      <Loading done={families.fetching}>{sync.fetchingFirst}</Loading>
    )
  return (
    <>
      {families.roll.map(({ group, households }) => (
        <section key={group} aria-labelledby={idOf(group)}>
          <GroupHeading
            id={idOf(group)}
            name={group === '' ? words.ungrouped : words.groupName(group)}
            note={words.group(households.length, '')}
          />
          <ul aria-busy={!households.every(household => shown.has(household))}>
            {households
              .filter(household => shown.has(household))
              .map(household => (
                <Row
                  key={household.id}
                  household={household}
                  to={to(household)}
                  note={currentFact(household, 'house-note', today)}
                />
              ))}
          </ul>
        </section>
      ))}
      <GroupIndex
        groups={families.roll.map(({ group }) => ({
          id: idOf(group),
          says: group === '' ? '·' : words.groupLetter(group),
          name: group === '' ? words.ungrouped : words.groupName(group),
        }))}
      />
    </>
  )
}

const idOf = (group: string): string => `group-${group}`

function Row(props: { readonly household: Household; readonly to: string; readonly note: string }) {
  const { household } = props
  const words = useWords('families')
  const days = useWords('days')
  const times = useWords('today').times
  const today = useToday()
  const naming = useNaming()
  const visit = nextVisitTo(household)
  const going =
    visit === null || visit.on < today
      ? ''
      : words.goOn(days.day(visit.on, today), visit.time === null ? '' : times[visit.time])
  const mark = markOf(household, today)
  return (
    <FamilyRow
      to={props.to}
      name={naming.family(household)}
      note={words.going(props.note, going)}
      mark={mark === null ? undefined : <FamilyMark mark={mark} />}
    />
  )
}
