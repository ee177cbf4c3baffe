import '#app/formal/formal.css'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { FormalLines } from '#app/formal/FormalLines.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { Picks, PicksMany } from '#app/ui/Picks.tsx'
import { parseDay } from '#domain/base/days.ts'
import { formalParts, lineIn, type FormalLine } from '#domain/formal/formal-channel.ts'
import { AreaField } from '../catalogues/AreaField.tsx'
import { DayField } from '../catalogues/DayField.tsx'
import { LineForm } from '../catalogues/LineForm.tsx'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { useLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { useDeskToday } from '../sitting.tsx'
import { formalLines } from './formal-lines.ts'

/** One line of the formal channel under the pen; at its side as the phone reads it to a family. */
export function FormalEditor(props: {
  readonly begun: FormalLine
  readonly catalogue: Catalogue<FormalLine>
  readonly again: () => Promise<void>
}) {
  const words = useDeskWords('formal')
  const edit = useLine({ ...props, of: formalLines, home: addresses.formal, titleOf: ({ title }) => title })
  const { line, setLine } = edit
  return (
    <main className="main with-aside">
      <LineForm
        of={formalLines}
        edit={edit}
        home={addresses.formal}
        heading={line.title}
        numbered={words.numbered}
        under={words.under}
        fieldWords={words.fields}
        Theirs={Theirs}
      >
        <Fields line={line} onChange={part => setLine({ ...line, ...part })} />
      </LineForm>
      <aside>
        <Preview line={line} />
      </aside>
    </main>
  )
}

const Theirs = ({ line }: { readonly line: FormalLine }) => (
  <>
    <p>{line.title}</p>
    <p className="song">{line.plain}</p>
    <p className="small two">{[line.openWhen, line.telephone, line.source].filter(Boolean).join(' · ')}</p>
  </>
)

type FieldsProps = {
  readonly line: FormalLine
  readonly onChange: (part: Partial<FormalLine>) => void
}

function Fields(props: FieldsProps) {
  const words = useDeskWords('formal')
  const { line, onChange } = props
  return (
    <>
      <Picks
        label={words.part}
        value={line.part}
        onChange={part => onChange({ part })}
        choices={formalParts.map(part => ({ value: part, says: words.parts[part] }))}
      />
      <Field
        label={words.title}
        required
        maxLength={60}
        value={line.title}
        onChange={title => onChange({ title })}
      />
      <TextArea
        label={words.plain}
        voice="song"
        lines={3}
        required
        value={line.plain}
        onChange={plain => onChange({ plain })}
      />
      <div className="two-by-two">
        {line.part === 'place' ? <PlaceFields {...props} /> : null}
        <AreaField label={words.area} value={line.area} onChange={area => onChange({ area })} />
        <DayField
          label={words.until}
          value={line.validUntil}
          onChange={written => onChange({ validUntil: parseDay(written) })}
        />
        <Field
          label={words.source}
          maxLength={120}
          value={line.source}
          onChange={source => onChange({ source })}
        />
        <Field
          label={words.checkedBy}
          maxLength={60}
          value={line.checkedBy}
          onChange={checkedBy => onChange({ checkedBy })}
        />
      </div>
      <EnglishFields {...props} />
    </>
  )
}

function PlaceFields({ line, onChange }: FieldsProps) {
  const words = useDeskWords('formal')
  return (
    <>
      <Field
        label={words.openWhen}
        maxLength={60}
        value={line.openWhen}
        onChange={openWhen => onChange({ openWhen })}
      />
      <Field
        label={words.telephone}
        maxLength={40}
        type="tel"
        value={line.telephone}
        onChange={telephone => onChange({ telephone })}
      />
      <PicksMany
        label={words.forPersons}
        labelUnseen
        value={line.forPersons ? ['persons'] : []}
        onChange={value => onChange({ forPersons: value.length > 0 })}
        choices={[{ value: 'persons', says: words.forPersons }]}
      />
      <span />
    </>
  )
}

/** All in English, or nothing: half of it would be read beside the Chinese. */
function EnglishFields({ line, onChange }: FieldsProps) {
  const words = useDeskWords('formal')
  const { title, plain, openWhen } = line.english ?? { title: '', plain: '', openWhen: '' }
  const write = (part: Partial<NonNullable<FormalLine['english']>>) => {
    const english = { title, plain, openWhen, ...part }
    onChange({ english: Object.values(english).every(one => one === '') ? null : english })
  }
  return (
    <>
      <Field
        label={words.englishTitle}
        maxLength={120}
        value={title}
        onChange={written => write({ title: written })}
      />
      <TextArea
        label={words.englishPlain}
        lines={2}
        value={plain}
        onChange={written => write({ plain: written })}
      />
      {line.part === 'place' ? (
        <Field
          label={words.englishHours}
          maxLength={120}
          value={openWhen}
          onChange={written => write({ openWhen: written })}
        />
      ) : null}
    </>
  )
}

function Preview({ line }: { readonly line: FormalLine }) {
  const words = useDeskWords('formal')
  const shared = useDeskWords('catalogues')
  const today = useDeskToday()
  const hasEnded = line.validUntil !== null && line.validUntil < today
  return (
    <section aria-labelledby="as-read">
      <h2 className="sub" id="as-read">
        {shared.onThePhone}
      </h2>
      {hasEnded ? <p className="small two">{shared.ended}</p> : null}
      <div className="on-phone">
        <FormalLines heading={words.parts[line.part]} lines={[line]} />
      </div>
      {line.english === null ? null : (
        <div className="on-phone" lang="en">
          <FormalLines heading={words.inEnglish} lines={[{ ...line, ...lineIn(line, 'en') }]} />
        </div>
      )}
    </section>
  )
}
