import { useWords } from '#app/i18n/words.tsx'
import { useReview, useVillages } from '#app/sync/wuxin.tsx'
import { SettingRow } from '#app/ui/SettingRow.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import type { ForReview } from '#sync/outbox.ts'
import { useMe } from '../phone/use-me.ts'

/** A refused change goes to a colleague of the village's team, chosen by name [S5]. */
export function HandOverSheet(props: { readonly of: ForReview | undefined; readonly onClose: () => void }) {
  const words = useWords('me')
  return (
    <Sheet open={props.of !== undefined} onClose={props.onClose} heading={words.handTo}>
      {props.of === undefined ? null : <Colleagues refused={props.of} onDone={props.onClose} />}
    </Sheet>
  )
}

function Colleagues({ refused, onDone }: { readonly refused: ForReview; readonly onDone: () => void }) {
  const words = useWords('me')
  const me = useMe()
  const { handOver } = useReview()
  const village = useVillages().find(({ code }) => code === refused.change.village)
  const colleagues = (village?.colleagues ?? []).filter(({ id }) => id !== me.id)
  if (colleagues.length === 0) return <Empty>{words.handNobody}</Empty>
  return (
    <>
      <p className="note with-acts">{words.handMeans}</p>
      {colleagues.map(colleague => (
        <SettingRow
          key={colleague.id}
          says={colleague.name}
          leads={{ onPress: () => void handOver(refused.change.id, colleague).then(onDone) }}
        />
      ))}
    </>
  )
}
