import type { ReactNode } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Loading, Trouble } from '#app/ui/sentences.tsx'
import type { Shown } from './use-asked.ts'

/** What was asked for, or the sentence for why it is not there yet, or not at all. */
export function Arrived<T>(props: {
  readonly shown: Shown<T>
  readonly again: () => Promise<void>
  readonly children: (value: T) => ReactNode
}) {
  const says = useWhy()
  switch (props.shown.is) {
    case 'coming':
      return <Loading />
    case 'trouble':
      return <Trouble onAgain={() => void props.again()}>{says(props.shown.because)}</Trouble>
    case 'here':
      return props.children(props.shown.value)
    default:
      return props.shown satisfies never
  }
}

/** The sentence for the word with which the server refused a request. */
export function useWhy(): (because: string) => string {
  const { whys } = useDeskWords('shell')
  return because => (isKnown(whys, because) ? whys[because] : whys.fault)
}

const isKnown = <Words extends object>(words: Words, word: string): word is string & keyof Words =>
  Object.hasOwn(words, word)
