import { useWords } from '#app/i18n/words.tsx'
import { Acts, Button } from './Button.tsx'
import { Mark } from './Mark.tsx'

/** How the words are underlined: need solid on wash, promise double on wash, question dashed, fact dotted. */
export type FindingKind = 'need' | 'promise' | 'question' | 'fact'

/** Looked at or not yet; nothing is preselected. */
export type FindingState = 'open' | 'taken' | 'left'

/** One place the reading has found. Three equal acts; touched, it shrinks to a line with 撤回 [H9]. */
export function Finding(props: {
  /** The number its words carry in the diary. */
  readonly number: number
  readonly kind: FindingKind
  /** What it is, in words: 你的承诺, 接着上回的事, 当场办. */
  readonly says: string
  /** One sentence: 4月22日（下周三）前把水管员请来。 */
  readonly sentence: string
  readonly state: FindingState
  /** Where 收下 says less than it should: 说好了. */
  readonly takeSays?: string | undefined
  readonly onTake: () => void
  readonly onMend: () => void
  readonly onLeave: () => void
  readonly onUndo: () => void
}) {
  const words = useWords('reading')
  const settled = props.state !== 'open'
  const quiet = settled || props.kind === 'fact' || props.kind === 'question'
  return (
    <li className={settled ? 'find done' : 'find'}>
      <div className="k">
        <span className={quiet ? 'n f' : 'n'}>{props.number}</span>
        {settled ? words.kindThen(props.says) : props.says}
        {settled ? (
          <>
            <Mark state={props.state === 'taken' ? 'ready' : 'withdrawn'}>
              {props.state === 'taken' ? words.taken : words.left}
            </Mark>
            <button type="button" className="undo" onClick={props.onUndo}>
              {words.undo}
            </button>
          </>
        ) : null}
      </div>
      <p className="p">{props.sentence}</p>
      {settled ? null : (
        <Acts>
          <Button kind="take" small onPress={props.onTake}>
            {props.takeSays ?? words.take}
          </Button>
          <Button small onPress={props.onMend}>
            {words.mend}
          </Button>
          <Button small onPress={props.onLeave}>
            {words.leave}
          </Button>
        </Acts>
      )}
    </li>
  )
}
