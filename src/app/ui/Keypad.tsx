import { useEffect } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Icon } from './Icon.tsx'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Six rings that fill as digits are touched. */
export function Pins({ length, filled }: { readonly length: number; readonly filled: number }) {
  const words = useWords('unlock')
  return (
    <div className="pins" role="img" aria-label={words.typed(filled)}>
      {Array.from({ length }, (_, place) => (
        <i key={place} className={place < filled ? 'on' : undefined} />
      ))}
    </div>
  )
}

/** Digits to touch, or to type where there is a keyboard. Its owner keeps what was typed and draws `<Pins/>`. */
export function Keypad(props: {
  readonly value: string
  readonly length: number
  readonly onChange: (value: string) => void
  readonly onForgot: () => void
  /** What the key at the left says, where it is not "forgotten". */
  readonly forgotSays?: string | undefined
  /** While the key is being worked out. */
  readonly disabled?: boolean | undefined
}) {
  const words = useWords('unlock')
  const { value, length, onChange, disabled } = props
  const type = (digit: string) => {
    if (value.length < length) onChange(value + digit)
  }
  const erase = () => onChange(value.slice(0, -1))
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      if (disabled || event.ctrlKey || event.metaKey || event.altKey) return
      if (/^\d$/.test(event.key) && value.length < length) onChange(value + event.key)
      if (event.key === 'Backspace') onChange(value.slice(0, -1))
    }
    window.addEventListener('keydown', typed)
    return () => window.removeEventListener('keydown', typed)
  }, [value, length, onChange, disabled])
  return (
    <div className="keys" role="group" aria-label={words.keys}>
      {DIGITS.map(digit => (
        <button key={digit} type="button" disabled={disabled} onClick={() => type(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className="t" disabled={disabled} onClick={props.onForgot}>
        {props.forgotSays ?? words.forgot}
      </button>
      <button type="button" disabled={disabled} onClick={() => type('0')}>
        0
      </button>
      <button type="button" className="t" disabled={disabled} aria-label={words.erase} onClick={erase}>
        <Icon name="erase" />
      </button>
    </div>
  )
}
