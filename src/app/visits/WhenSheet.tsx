import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { timesOfDay } from '#domain/visits/visit.ts'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { DiaryDraft } from './diary-draft.ts'

/** Which day it was, what time of day, and who came along. */
export function WhenSheet(props: {
  readonly draft: DiaryDraft
  readonly change: (part: Partial<DiaryDraft>) => void
  readonly open: boolean
  readonly onClose: () => void
}) {
  const words = useWords('diary')
  const { times } = useWords('today')
  const { draft, change } = props
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={words.which}>
      <HappenedOn says={words.dayOfVisit} on={draft.on} onChange={on => change({ on })} />
      <Picks
        label={words.timeOfVisit}
        value={draft.time ?? undefined}
        onChange={time => change({ time })}
        choices={timesOfDay.map(time => ({ value: time, says: times[time] }))}
      />
      <Field
        label={words.companion}
        hint={words.companionHint}
        value={draft.companions}
        onChange={companions => change({ companions })}
      />
      <div className="form-end">
        <Button kind="first" wide onPress={props.onClose}>
          {words.keep}
        </Button>
      </div>
    </Sheet>
  )
}
