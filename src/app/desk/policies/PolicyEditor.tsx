import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { parseDay } from '#domain/base/days.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { DayField } from '../catalogues/DayField.tsx'
import { LineForm } from '../catalogues/LineForm.tsx'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { useLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { EntitledField } from './EntitledField.tsx'
import { PhonePreview } from './PhonePreview.tsx'
import { policyLines } from './policy-lines.ts'
import { TryOut, useTried } from './TryOut.tsx'

/** One policy under the pen; at its side it is tried on invented families with every letter. */
export function PolicyEditor(props: {
  readonly begun: Policy
  readonly catalogue: Catalogue<Policy>
  readonly again: () => Promise<void>
}) {
  const words = useDeskWords('policies')
  const edit = useLine({ ...props, of: policyLines, home: addresses.policies, titleOf: ({ title }) => title })
  const { line: policy, setLine } = edit
  const tried = useTried(policy)
  return (
    <main className="main with-aside">
      <LineForm
        of={policyLines}
        edit={edit}
        home={addresses.policies}
        heading={policy.title}
        numbered={words.numbered}
        under={words.under}
        fieldWords={words.fields}
        Theirs={Theirs}
      >
        <Fields policy={policy} onChange={part => setLine({ ...policy, ...part })} />
      </LineForm>
      <aside>
        <TryOut tried={tried} />
        <PhonePreview policy={policy} tried={tried} />
      </aside>
    </main>
  )
}

const Theirs = ({ line: policy }: { readonly line: Policy }) => (
  <>
    <p>{policy.title}</p>
    <p className="song">{policy.plain}</p>
    <p>
      <code>{policy.entitled}</code>
    </p>
    <p className="small two">{[...policy.papers, policy.place].join('、')}</p>
  </>
)

function Fields(props: { readonly policy: Policy; readonly onChange: (part: Partial<Policy>) => void }) {
  const words = useDeskWords('policies')
  const { policy, onChange } = props
  const [papers, setPapers] = useState(policy.papers.join('、'))
  const writePapers = (written: string) => {
    setPapers(written)
    onChange({ papers: papersIn(written) })
  }
  return (
    <>
      <Field
        label={words.title}
        required
        maxLength={60}
        value={policy.title}
        onChange={title => onChange({ title })}
      />
      <TextArea
        label={words.plain}
        voice="song"
        lines={3}
        required
        value={policy.plain}
        onChange={plain => onChange({ plain })}
        note={words.reads(policy.plain.length, Math.ceil(policy.plain.length / lettersASecond))}
      />
      <EntitledField value={policy.entitled} onChange={entitled => onChange({ entitled })} />
      <div className="two-by-two">
        <Field label={words.papers} value={papers} onChange={writePapers} />
        <Field
          label={words.place}
          maxLength={120}
          value={policy.place}
          onChange={place => onChange({ place })}
        />
        <Field
          label={words.basis}
          required
          maxLength={200}
          value={policy.source}
          onChange={source => onChange({ source })}
        />
        <DayField
          label={words.basisOn}
          value={policy.sourceOn}
          onChange={written => onChange({ sourceOn: parseDay(written) })}
        />
        <Field
          label={words.checkedBy}
          maxLength={60}
          value={policy.checkedBy}
          onChange={checkedBy => onChange({ checkedBy })}
        />
        <DayField
          label={words.validUntil}
          value={policy.validUntil}
          onChange={written => onChange({ validUntil: parseDay(written) })}
        />
      </div>
    </>
  )
}

/** Read out to an old person, slowly. */
const lettersASecond = 3

const papersIn = (written: string): readonly string[] =>
  written
    .split(/[、,，;；\n]/u)
    .map(paper => paper.trim())
    .filter(paper => paper !== '')
