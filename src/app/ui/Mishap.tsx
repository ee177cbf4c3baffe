import { Component, type ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Page } from './Page.tsx'
import { Trouble } from './sentences.tsx'

/** When a screen breaks, or its chunk is gone after an update: says so, says what is safe, and offers to open it again. */
export class Mishap extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const words = useWords('base')
  return (
    <Page name={words.product} heading={words.product} set="tab">
      <Trouble againSays={words.reopen} onAgain={() => window.location.reload()}>
        {words.broken}
      </Trouble>
    </Page>
  )
}
