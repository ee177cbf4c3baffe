import { useState } from 'react'
import type { PersonId } from '#domain/base/ids.ts'
import { readyOpeners, type LetterLine, type LetterWords } from '#domain/sealed/letter.ts'
import { readLetter, sealAnew, sealAnswer, turnOver, unwrapKey } from '../../sealed/open-letter.ts'
import { ask, type Asked } from '../ask.ts'
import { useSitting } from '../sitting.tsx'
import type { SealedProps } from './SealedScreen.tsx'

type Opening = {
  /** What the letter says; only on this page, and gone when it is left. */
  readonly words: LetterWords | null
  readonly busy: boolean
  /** The own key while the letter is open: it seals it anew, and is gone with the page. */
  readonly holder: Holder | null
  /** Why the last try came to nothing: the server's word, or `wrong-passphrase`. */
  readonly because: string | null
}

/** Turning one's key over, and reading when the other's is turned as well. */
export function useOpening({ letter, desk, again }: SealedProps & { readonly letter: LetterLine }) {
  const { actor } = useSitting()
  const [state, setState] = useState<Opening>(shut)

  async function open(passphrase: string): Promise<void> {
    if (desk.me.wrapped === null) return
    setState({ ...shut, busy: true })
    const privateKey = await unwrapKey(passphrase, desk.me.wrapped)
    if (privateKey === null) return setState({ ...shut, because: 'wrong-passphrase' })
    const holder = { me: actor.id, privateKey }
    const opened = await turnAndRead({ letter, desk }, holder)
    setState({
      words: opened.ok ? opened.value : null,
      holder: opened.ok && opened.value !== null ? holder : null,
      busy: false,
      because: opened.ok ? null : opened.because,
    })
    await again()
  }

  async function answer(code: string, words: string): Promise<boolean> {
    const sealed = { answer: await sealAnswer(code, words) }
    const answered = await ask(`/api/sealed/${letter.id}/answer`, { body: sealed })
    setState({ ...state, because: answered.ok ? null : answered.because })
    await again()
    return answered.ok
  }

  async function reseal(to: ReadonlySet<PersonId>): Promise<boolean> {
    if (state.holder === null) return false
    const openers = readyOpeners(desk.openers).filter(({ id }) => to.has(id))
    const shares = await sealAnew(letter, state.holder, openers)
    const resealed = await ask(`/api/sealed/${letter.id}/reseal`, { body: { shares } })
    setState({ ...state, because: resealed.ok ? null : resealed.because })
    await again()
    return resealed.ok
  }

  return { ...state, open, answer, reseal }
}

const shut: Opening = { words: null, busy: false, holder: null, because: null }

type Holder = Parameters<typeof readLetter>[1]

async function turnAndRead(
  { letter, desk }: Pick<SealedProps, 'desk'> & { readonly letter: LetterLine },
  holder: Holder,
): Promise<Asked<LetterWords | null>> {
  if (!letter.turned) {
    const shares = await turnOver(letter, holder, readyOpeners(desk.openers))
    const turned = await ask(`/api/sealed/${letter.id}/turn`, { body: { shares } })
    if (!turned.ok) return turned
  }
  if (letter.given.length === 0) return { ok: true, value: null }
  const read = await ask<{ readonly body: string }>(`/api/sealed/${letter.id}/read`, { body: {} })
  if (!read.ok) return read
  const words = await readLetter(letter, holder, read.value.body).catch(() => null)
  return words === null ? { ok: false, because: 'unreadable' } : { ok: true, value: words }
}
