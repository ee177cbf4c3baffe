import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { type AdviceFields, offeredTimes, topicAnswers } from './advice-fields.ts'
import { ArriveWell } from './ArriveWell.tsx'

/** The few prompts of 怎么上门: answered in two minutes, each or none. How to arrive, in words; never a grade [H2]. */
export function AdvicePrompts(props: {
  readonly fields: AdviceFields
  readonly change: (part: Partial<AdviceFields>) => void
}) {
  const { fields, change } = props
  const words = useWords('advice')
  const { times } = useWords('today')
  return (
    <>
      <div className="prompt">
        <Picks
          label={words.whenAtHome}
          value={offeredTimes.find(time => time === fields.when)}
          onChange={when => change({ when })}
          choices={offeredTimes.map(time => ({ value: time, says: times[time] }))}
        />
      </div>
      <div className="prompt">
        <Field
          label={words.howToCall}
          hint={words.hint}
          voice="song"
          value={fields.address}
          onChange={address => change({ address })}
        />
        <ArriveWell text={fields.address} />
      </div>
      <div className="prompt">
        <Field
          label={words.howToSpeak}
          hint={words.hint}
          voice="song"
          value={fields.mindful}
          onChange={mindful => change({ mindful })}
        />
        <ArriveWell text={fields.mindful} />
      </div>
      <div className="prompt">
        <Picks
          label={words.topic}
          value={topicAnswers.find(one => one === fields.leaveAlone)}
          onChange={leaveAlone => change({ leaveAlone })}
          choices={topicAnswers.map(one => ({
            value: one,
            says: words.topics[one === 'unclear' ? 'unknown' : one],
          }))}
        />
      </div>
      <div className="prompt">
        <Field
          label={words.anythingElse}
          hint={words.hint}
          voice="song"
          value={fields.words}
          onChange={said => change({ words: said })}
        />
        <ArriveWell text={fields.words} />
      </div>
    </>
  )
}
