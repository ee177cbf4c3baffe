import { useWords } from '#app/i18n/words.tsx'
import type { OnPhone } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { SettingRow } from '#app/ui/SettingRow.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

/** Those who work on this phone, each with a lock of their own; only how many of each wait is known here. */
export function PeopleHere({ people }: { readonly people: readonly OnPhone[] }) {
  const words = useWords('rescue')
  const door = useDoor()
  return (
    <div className="sets">
      {people.map(({ id, name, waiting }) => (
        <SettingRow
          key={id}
          says={name}
          value={words.waits(waiting)}
          leads={{ onPress: () => void door.choosePerson(id) }}
        />
      ))}
    </div>
  )
}

/** Who else? One of those who work here, or somebody new with a password. */
export function PeopleSheet(props: {
  readonly others: readonly OnPhone[]
  readonly open: boolean
  readonly onClose: () => void
}) {
  const words = useWords('rescue')
  const door = useDoor()
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      heading={words.whoIsHere}
      end={
        <Button wide onPress={() => void door.signInAsAnother()}>
          {words.someoneNew}
        </Button>
      }
    >
      <p>{words.whoIsHereMeans}</p>
      {props.others.length === 0 ? null : <PeopleHere people={props.others} />}
    </Sheet>
  )
}
