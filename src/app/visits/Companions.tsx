import { useWords } from '#app/i18n/words.tsx'
import { useVillages } from '#app/sync/wuxin.tsx'
import { Field } from '#app/ui/Field.tsx'
import { PicksMany } from '#app/ui/Picks.tsx'
import type { Household } from '#domain/households/household.ts'
import { parseNames } from '../phone/time-words.ts'

/** Who comes along: colleagues of the team by one touch, the village cadre or anybody else by name [H5]. */
export function Companions(props: {
  readonly household: Household
  /** Names, one after the other. */
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { planning } = useWords('today')
  const words = useWords('plan')
  const base = useWords('base')
  const villages = useVillages()
  const colleagues = (villages.find(({ code }) => code === props.household.village)?.colleagues ?? []).map(
    ({ name }) => name,
  )
  const named = parseNames(props.value)
  if (colleagues.length === 0)
    return (
      <Field
        label={planning.companion}
        hint={planning.companionHint}
        value={props.value}
        onChange={props.onChange}
      />
    )
  const others = named.filter(name => !colleagues.includes(name))
  return (
    <>
      <PicksMany
        label={planning.companion}
        value={named.filter(name => colleagues.includes(name))}
        onChange={picked => props.onChange(base.list([...picked, ...others]))}
        choices={colleagues.map(name => ({ value: name, says: name }))}
      />
      <Field
        label={words.others}
        hint={planning.companionHint}
        value={base.list(others)}
        onChange={written =>
          props.onChange(
            [...named.filter(name => colleagues.includes(name)), written].filter(Boolean).join('、'),
          )
        }
      />
    </>
  )
}
