import { useRef, useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useRefusalSentence } from '#app/i18n/use-refusal.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { parseDay, type Day } from '#domain/base/days.ts'
import type { OpenedReferral } from '#domain/campaigns/desk-answers.ts'
import { isRefusal } from '#domain/base/refusals.ts'
import { useWhy } from '../DeskSentence.tsx'
import { useDeskToday } from '../sitting.tsx'
import { type ReferralAct, sendAct } from './send-change.ts'
import { useStepKeys } from './use-step-keys.ts'

type Props = { readonly referral: OpenedReferral; readonly onDone: () => Promise<void> }

/** What the department can do with a referral as it stands; the log decides, its refusal is read here in words. */
export function ReferralActs(props: Props) {
  const { is } = props.referral.state
  if (is === 'offered') return <AcceptOrReturn {...props} />
  if (is === 'accepted' || is === 'reopened') return <ResultOrExtend {...props} />
  return null
}

function AcceptOrReturn({ referral, onDone }: Props) {
  const words = useDeskWords('queue')
  const days = useWords('days')
  const today = useDeskToday()
  const reason = useRef<HTMLTextAreaElement>(null)
  const [why, setWhy] = useState('')
  const [act, state] = useAct(referral, onDone)
  const accept = () =>
    act(
      { kind: 'referral.accept', body: { need: referral.need, on: today, dueOn: referral.handleBy } },
      words.accepted,
    )
  const giveBack = () => {
    if (why.trim() === '') reason.current?.focus()
    return act(
      { kind: 'referral.return', body: { need: referral.need, on: today, reason: why } },
      words.returned,
    )
  }
  useStepKeys({ a: () => void accept(), r: () => reason.current?.focus() })
  return (
    <div className="referral-acts">
      <label className="sub" htmlFor="why">
        {words.returnWhy}
      </label>
      <textarea
        id="why"
        ref={reason}
        className="boxed"
        rows={3}
        placeholder={words.returnHint(referral.firstAsked.name)}
        value={why}
        onChange={event => setWhy(event.target.value)}
      />
      {state.refused === null ? null : <Refusal>{state.refused}</Refusal>}
      <div className="acts">
        <Button kind="first" disabled={state.busy} onPress={() => void accept()}>
          {words.accept}
        </Button>
        <Button disabled={state.busy} onPress={() => void giveBack()}>
          {words.giveBack}
        </Button>
      </div>
      <p className="cap three">{words.acceptMeans(days.date(referral.handleBy, today))}</p>
    </div>
  )
}

function ResultOrExtend({ referral, onDone }: Props) {
  const words = useDeskWords('queue')
  const today = useDeskToday()
  const { need, state } = referral
  const [result, setResult] = useState('')
  const [why, setWhy] = useState('')
  const [until, setUntil] = useState<Day | null>(null)
  const [act, told] = useAct(referral, onDone)
  const find = (kind: 'done' | 'cannot-be-done') =>
    act({ kind: 'need.find', body: { need, on: today, words: result, kind } }, words.found)
  const extend = () =>
    act(
      { kind: 'referral.extend', body: { need, on: today, dueOn: until ?? today, reason: why } },
      words.extendedNow,
    )
  return (
    <div className="referral-acts">
      <label className="sub" htmlFor="result">
        {words.answerWhat}
      </label>
      <textarea
        id="result"
        className="boxed"
        rows={3}
        placeholder={words.answerHint}
        value={result}
        onChange={event => setResult(event.target.value)}
      />
      {told.refused === null ? null : <Refusal>{told.refused}</Refusal>}
      <div className="acts">
        <Button kind="first" disabled={told.busy} onPress={() => void find('done')}>
          {words.answer}
        </Button>
        <Button kind="quiet" disabled={told.busy} onPress={() => void find('cannot-be-done')}>
          {words.cannot}
        </Button>
      </div>
      {state.is !== 'accepted' ? null : (
        <details className="extend">
          <summary>{words.extend}</summary>
          <label className="sub" htmlFor="extend-why">
            {words.extendWhy}
          </label>
          <textarea
            id="extend-why"
            className="boxed"
            rows={2}
            placeholder={words.extendHint}
            value={why}
            onChange={event => setWhy(event.target.value)}
          />
          <div className="acts">
            <input
              type="date"
              className="boxed"
              aria-label={words.extendTo}
              min={state.dueOn}
              value={until ?? ''}
              onChange={event => setUntil(parseDay(event.target.value))}
            />
            <Button disabled={told.busy} onPress={() => void extend()}>
              {words.extendTo}
            </Button>
          </div>
        </details>
      )}
    </div>
  )
}

type ActState = { readonly busy: boolean; readonly refused: string | null }

/** Sends an act once at a time; what was written stays on the screen when it is refused [S5]. */
function useAct(
  referral: OpenedReferral,
  onDone: () => Promise<void>,
): readonly [(act: ReferralAct, done: string) => Promise<void>, ActState] {
  const say = useToast()
  const because = useRefusalSentence()
  const why = useWhy()
  const [state, setState] = useState<ActState>({ busy: false, refused: null })
  const act = async (act: ReferralAct, done: string) => {
    if (state.busy) return
    if (act.kind === 'need.find' && act.body.words.trim() === '') {
      setState({ busy: false, refused: because('empty-words') })
      return
    }
    setState({ busy: true, refused: null })
    const answer = await sendAct(referral, act)
    const refused = answer.ok ? (answer.value.ok ? null : answer.value.because) : answer.because
    setState({
      busy: false,
      refused: refused === null ? null : isRefusal(refused) ? because(refused) : why(refused),
    })
    if (refused !== null) return
    say(done)
    await onDone()
  }
  return [act, state]
}
