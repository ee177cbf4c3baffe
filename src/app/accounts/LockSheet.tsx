import { useWords } from '#app/i18n/words.tsx'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Segment } from '#app/ui/Segment.tsx'
import { type LockAfter, useSettings } from '#app/ui/settings.ts'
import { Sheet } from '#app/ui/Sheet.tsx'

const choices = ['1', '5', '15'] as const
const minutesOf: Readonly<Record<(typeof choices)[number], LockAfter>> = { '1': 1, '5': 5, '15': 15 }

/** When the phone's copy locks by itself, and locking it now. */
export function LockSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const me = useWords('me')
  const words = useWords('rescue')
  const door = useDoor()
  const [{ lockAfter }, keep] = useSettings()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      heading={words.lockAfterHow}
      end={
        <Button wide onPress={() => void door.lock()}>
          {me.lockNow}
        </Button>
      }
    >
      <div>
        <Segment
          label={words.lockAfterHow}
          value={choices.find(one => minutesOf[one] === lockAfter) ?? '5'}
          onChange={value => keep({ lockAfter: minutesOf[value] })}
          choices={choices.map(value => ({ value, says: words.minutes(minutesOf[value]) }))}
        />
      </div>
      <p className="aside">{words.lockMeans}</p>
    </Sheet>
  )
}
