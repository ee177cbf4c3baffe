import { useWords } from '#app/i18n/words.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import type { NeedOf } from '#domain/needs/mine.ts'
import type { NeedAct } from '#domain/needs/next-acts.ts'
import { AgreeForm } from './AgreeForm.tsx'
import { HearForm } from './HearForm.tsx'
import { OnTheSpotForm } from './OnTheSpotForm.tsx'
import { ReferForm } from './ReferForm.tsx'
import { ResultForm } from './ResultForm.tsx'
import { StepForm } from './StepForm.tsx'
import { TellForm } from './TellForm.tsx'
import { WayForm } from './WayForm.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

/** What every form of a need is given. */
export type NeedFormProps = { readonly one: NeedOf; readonly onDone: () => void }

/** The sheet of one act on a need; what is typed on it stays when it is closed. */
export function NeedSheet(props: {
  readonly one: NeedOf
  readonly act: NeedAct | undefined
  readonly onClose: () => void
}) {
  const { sheets } = useWords('needs')
  const headings: Readonly<Record<NeedAct, string>> = {
    agree: sheets.agreeHeading,
    'on-the-spot': sheets.onTheSpotHeading,
    way: sheets.wayHeading,
    refer: sheets.referHeading,
    step: sheets.stepHeading,
    result: sheets.resultHeading,
    tell: sheets.tellHeading,
    hear: sheets.hearHeading,
    withdraw: sheets.withdrawHeading,
  }
  const { act } = props
  return (
    <Sheet open={act !== undefined} onClose={props.onClose} heading={act === undefined ? '' : headings[act]}>
      {act === undefined ? null : <Form act={act} one={props.one} onDone={props.onClose} />}
    </Sheet>
  )
}

function Form({ act, ...props }: NeedFormProps & { readonly act: NeedAct }) {
  switch (act) {
    case 'agree':
      return <AgreeForm {...props} />
    case 'on-the-spot':
      return <OnTheSpotForm {...props} />
    case 'way':
      return <WayForm {...props} />
    case 'refer':
      return <ReferForm {...props} />
    case 'step':
      return <StepForm {...props} />
    case 'result':
      return <ResultForm {...props} />
    case 'tell':
      return <TellForm {...props} />
    case 'hear':
      return <HearForm {...props} />
    case 'withdraw':
      return <WithdrawForm {...props} />
    default:
      return act satisfies never
  }
}
