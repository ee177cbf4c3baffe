import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Choose } from '#app/ui/Field.tsx'
import { useSitting } from '../sitting.tsx'
import { useAsked } from '../use-asked.ts'

type VillageLine = { readonly code: string; readonly town: string }

/** Where a line holds: everywhere, or in a part of the office's own area, by the beginning of a division code. */
export function AreaField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (area: string) => void
  /** Local words without a place would be no local words. */
  readonly needed?: 'needed' | undefined
}) {
  const words = useDeskWords('catalogues')
  const areas = useAreas()
  const known = areas.some(({ area }) => area === props.value)
  return (
    <Choose
      label={props.label}
      value={props.value}
      onChange={props.onChange}
      choices={[
        ...(props.needed === undefined ? [{ value: '', says: words.everywhere }] : []),
        ...areas.map(({ area, says }) => ({ value: area, says })),
        ...(known || props.value === ''
          ? []
          : [{ value: props.value, says: words.areas.other(props.value) }]),
      ]}
    />
  )
}

/** Province, city and county of the office's own area, and its towns. */
export function useAreas(): readonly { readonly area: string; readonly says: string }[] {
  const words = useDeskWords('catalogues')
  const { actor } = useSitting()
  const [villages] = useAsked<readonly VillageLine[]>('/api/villages')
  const own = actor.grants.flatMap(grant => (grant.is === 'area' ? [grant.prefix] : []))
  const levels = ([2, 4, 6] as const).flatMap(length =>
    [...new Set(own.map(area => area.slice(0, length)))]
      .filter(area => area.length === length)
      .map(area => ({ area, says: words.areas[length](area) })),
  )
  const towns = new Map(
    (villages.is === 'here' ? villages.value : []).map(({ code, town }) => [code.slice(0, 9), town]),
  )
  return [...levels, ...[...towns].map(([area, says]) => ({ area, says }))]
}
