import { useWords } from '#app/i18n/words.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Empty } from '#app/ui/sentences.tsx'

/** A family this device does not hold: said in words, with the way back. */
export function NotHere() {
  const words = useWords('brief')
  const families = useWords('families')
  return (
    <Page name={families.name} above={<Bar back="/families" says={families.name} />}>
      <Empty>{words.gone}</Empty>
    </Page>
  )
}
