import type { ReactNode } from 'react'
import { MarkShape, type MarkState } from './Mark.tsx'
import { Quote } from './Quote.tsx'

/** One step on the way of a need. Ahead is dashed; the household's own word is the last, and hollow until it is spoken. */
export type LifeStep = {
  readonly id: string
  /** 4月9日, 往后, 末了 */
  readonly when: string
  /** 4月20日补记 */
  readonly recorded?: string | undefined
  readonly mark: MarkState
  /** What happened: 退回, 化龙堰供电所接下了. */
  readonly says: ReactNode
  /** In second voice: 5 个工作日，到 4月17日. */
  readonly note?: ReactNode
  /** The reason as it was told, without quotation marks. */
  readonly quote?: string | undefined
  /** `household`: the family has said it is solved; the only step that is green. */
  readonly time: 'happened' | 'now' | 'ahead' | 'ahead-household' | 'household'
}

const LOOKS: Record<LifeStep['time'], string | undefined> = {
  happened: undefined,
  now: 'now',
  ahead: 'ahead',
  'ahead-household': 'ahead household',
  household: 'household',
}

/** The whole way of a need, extensions and returns included, ending in the household's word [H12]. */
export function LifeLine({ steps }: { readonly steps: readonly LifeStep[] }) {
  return (
    <ol className="life">
      {steps.map(step => (
        <li
          key={step.id}
          className={LOOKS[step.time]}
          aria-current={step.time === 'now' ? 'step' : undefined}
        >
          <div className="m">
            {step.when}
            {step.recorded === undefined ? null : <small>{step.recorded}</small>}
          </div>
          <div className="w">
            <MarkShape state={step.mark} />
            <p className="says">{step.says}</p>
            {step.note === undefined ? null : <p className="note">{step.note}</p>}
            {step.quote === undefined ? null : <Quote>{step.quote}</Quote>}
          </div>
        </li>
      ))}
    </ol>
  )
}
