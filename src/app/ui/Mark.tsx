import type { ReactNode } from 'react'

/* A shape for each state; the shapes can be told apart in grey. */
const SHAPES = {
  heard: <circle cx="9" cy="9" r="6.5" />,
  agreed: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <circle cx="9" cy="9" r="1.6" fill="currentColor" />
    </>
  ),
  'in-hand': (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none" />
    </>
  ),
  waiting: <circle cx="9" cy="9" r="6.5" strokeDasharray="2.6 2.5" />,
  returned: <path d="M7 4 3 8l4 4M3 8h8a4 4 0 0 1 0 8" />,
  answered: <circle cx="9" cy="9" r="6.5" fill="currentColor" />,
  solved: (
    <>
      <circle cx="9" cy="9" r="7.3" fill="currentColor" stroke="none" />
      <path d="m5.6 9.3 2.4 2.4 4.6-5" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  'not-solved': (
    <>
      <path d="M4.2 5.2A6.5 6.5 0 1 1 2.6 10" />
      <path d="M4.3 1.9v3.5h3.5" />
    </>
  ),
  unconfirmed: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M6 9h.01M9 9h.01M12 9h.01" strokeWidth="2" />
    </>
  ),
  withdrawn: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M6 9h6" />
    </>
  ),
  'left-lying': (
    <>
      <path d="M2 13.5h14" strokeWidth="3.2" />
      <path d="M5 8.5h8" strokeWidth="1.6" />
    </>
  ),
  'do-not-visit': (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M7 6.5v5M11 6.5v5" />
    </>
  ),
  promise: <path d="M3 3.5h12v8.5H8.5L5 15v-3H3z" />,
  'still-missing': (
    <>
      <path d="M9 2.5v8" strokeWidth="2.2" />
      <path d="M9 15h.01" strokeWidth="2.8" />
    </>
  ),
  ready: <path d="m3.5 9.5 3.8 3.8 7.2-8" />,
} as const

/** What a mark can say: the states of a need, and four about a family or a visit. */
export type MarkState = keyof typeof SHAPES

/** Every state a mark can show, in the order of a need's life. */
export const MARK_STATES = Object.keys(SHAPES) as readonly MarkState[] // keys of a literal above

/** Persimmon is due, green is the family's own word, clay is left lying; everything else is ink. */
export type MarkTone = 'ink' | 'due' | 'good' | 'lying'

const TONES: Partial<Record<MarkState, MarkTone>> = {
  solved: 'good',
  'not-solved': 'due',
  'left-lying': 'lying',
  'still-missing': 'due',
}

/** The shape alone, for where the word stands beside it by other means (the life line). */
export function MarkShape({ state }: { readonly state: MarkState }) {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {SHAPES[state]}
    </svg>
  )
}

/** A shape and its word; never the shape alone, never colour alone. */
export function Mark(props: {
  readonly state: MarkState
  /** The word: 办好了, 等水管员，到 4月20日. */
  readonly children: ReactNode
  /** Only where the state's own tone is not what is meant: a waiting that is due today. */
  readonly tone?: MarkTone | undefined
}) {
  const tone = props.tone ?? TONES[props.state] ?? 'ink'
  return (
    <span className={tone === 'ink' ? 'mark' : `mark ${tone}`}>
      <MarkShape state={props.state} />
      <span>{props.children}</span>
    </span>
  )
}
