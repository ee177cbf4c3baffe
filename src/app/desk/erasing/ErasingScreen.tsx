import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import type { Day } from '#domain/base/days.ts'
import type { ErasableFamily } from '#domain/campaigns/desk-answers.ts'
import { useDeskToday } from '../sitting.tsx'
import { EraseFamily } from './EraseFamily.tsx'
import { FindFamily } from './FindFamily.tsx'

type State =
  | { readonly is: 'looking' }
  | { readonly is: 'found'; readonly family: ErasableFamily }
  | { readonly is: 'erased'; readonly on: Day; readonly before: boolean }

/** A family asked to be erased: it is found by its card or by a matter, and erased after one has read what that means. */
export function ErasingScreen() {
  const words = useDeskWords('erasing')
  const [state, setState] = useState<State>({ is: 'looking' })
  const found = (family: ErasableFamily) =>
    setState(
      family.erasedOn === null
        ? { is: 'found', family }
        : { is: 'erased', on: family.erasedOn, before: true },
    )
  return (
    <DeskPage name={words.name} heading={words.heading} note={words.under}>
      {state.is === 'looking' ? <FindFamily onFound={found} /> : null}
      {state.is === 'found' ? (
        <EraseFamily
          family={state.family}
          onErased={on => setState({ is: 'erased', on, before: false })}
          onAnother={() => setState({ is: 'looking' })}
        />
      ) : null}
      {state.is === 'erased' ? <Erased {...state} onNext={() => setState({ is: 'looking' })} /> : null}
    </DeskPage>
  )
}

function Erased(props: { readonly on: Day; readonly before: boolean; readonly onNext: () => void }) {
  const words = useDeskWords('erasing')
  const days = useWords('days')
  const today = useDeskToday()
  const on = days.day(props.on, today)
  return (
    <div className="erasing">
      <p role="status">{props.before ? words.already(on) : words.erased(on)}</p>
      <Button onPress={props.onNext}>{words.next}</Button>
    </div>
  )
}
