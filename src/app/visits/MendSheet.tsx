import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { Choose, Field, TextArea } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { categories } from '#domain/needs/need.ts'
import { ArriveWell } from './ArriveWell.tsx'
import { type Mended, mendedKinds } from './diary-draft.ts'
import type { Judged, Reading } from './use-reading.ts'

/** 改一改: another kind, other words, a day, what was agreed. What is typed is in the diary's own draft [S3]. */
export function MendSheet({
  reading,
  mending,
}: {
  readonly reading: Reading
  readonly mending: Judged | undefined
}) {
  const words = useWords('reading')
  return (
    <Sheet
      open={mending !== undefined}
      onClose={() => {
        if (mending !== undefined) reading.undo(mending.proposal)
      }}
      heading={words.mendHeading}
    >
      {mending?.judgement?.is !== 'mending' ? null : (
        <Form
          reading={reading}
          one={mending}
          mended={mending.judgement.mended}
          change={part => {
            if (mending.judgement?.is === 'mending')
              reading.mend(mending.proposal, { ...mending.judgement.mended, ...part })
          }}
        />
      )}
    </Sheet>
  )
}

type Change = (part: Partial<Mended>) => void

function Form(props: {
  readonly reading: Reading
  readonly one: Judged
  readonly mended: Mended
  readonly change: Change
}) {
  const { mended, change } = props
  const { proposal } = props.one
  const words = useWords('reading')
  const base = useWords('base')
  const today = useToday()
  const { sheets } = useWords('needs')
  const isTold = proposal.proposed.is === 'told'
  const isNeed = mended.as === 'need' || mended.as === 'question'
  return (
    <>
      <Quote>{proposal.quote}</Quote>
      {mended.as === null ? null : (
        <Picks
          label={words.whichKind}
          value={mended.as}
          onChange={as => change({ as })}
          choices={mendedKinds.map(kind => ({ value: kind, says: words.kindsToChoose[kind] }))}
        />
      )}
      <TextArea
        label={isTold ? sheets.tellTo : words.inWords}
        hint={isTold ? sheets.tellToHint : undefined}
        voice="song"
        lines={2}
        value={mended.words}
        onChange={said => change({ words: said })}
      />
      <ArriveWell text={mended.words} />
      {mended.as === 'promise' || proposal.proposed.is === 'others-promise' ? (
        <DayPicker
          label={words.byWhen}
          value={mended.dueOn}
          onChange={dueOn => change({ dueOn })}
          today={today}
        />
      ) : null}
      {isNeed || mended.as === 'done-there' ? (
        <Choose
          label={words.category}
          value={mended.category}
          onChange={category => change({ category })}
          choices={categories.map(one => ({ value: one, says: base.categories[one] }))}
        />
      ) : null}
      {isNeed ? <Agreement mended={mended} change={change} /> : null}
      <div className="form-end">
        <Button
          kind="first"
          wide
          disabled={mended.words.trim() === '' && !isTold}
          onPress={() => props.reading.takeMended(proposal, mended)}
        >
          {words.keepMended}
        </Button>
      </div>
    </>
  )
}

/** Whether the household wants it taken up, and what may be told to whom it takes. */
function Agreement({ mended, change }: { readonly mended: Mended; readonly change: Change }) {
  const words = useWords('reading')
  return (
    <>
      <Picks
        label={words.whatToDo}
        value={mended.agreed ? 'yes' : 'no'}
        onChange={said => change({ agreed: said === 'yes' })}
        choices={(['yes', 'no'] as const).map(one => ({ value: one, says: words.agrees[one] }))}
      />
      {mended.agreed ? (
        <>
          <Field
            label={words.mayTell}
            hint={words.mayTellHint}
            voice="song"
            value={mended.mayTell}
            onChange={mayTell => change({ mayTell })}
          />
          <Field
            label={words.keepBack}
            hint={words.keepBackHint}
            voice="song"
            value={mended.keepBack}
            onChange={keepBack => change({ keepBack })}
          />
        </>
      ) : null}
    </>
  )
}
