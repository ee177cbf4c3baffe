import { useWords } from '#app/i18n/words.tsx'
import { Button } from './Button.tsx'
import { Page } from './Page.tsx'
import { Empty } from './sentences.tsx'

/** An address that leads nowhere. */
export function Nowhere() {
  const words = useWords('base')
  return (
    <Page name={words.product} heading={words.product} set="tab">
      <Empty>{words.nowhere}</Empty>
      <Button to="/today">{words.goToday}</Button>
    </Page>
  )
}
