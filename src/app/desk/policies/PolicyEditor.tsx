import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { Press } from '#app/ui/Press.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { parseDay } from '#domain/base/days.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { addresses } from '../desk-ways.ts'
import { Editions } from './Editions.tsx'
import { EntitledField } from './EntitledField.tsx'
import { Outcome } from './Outcome.tsx'
import { PhonePreview } from './PhonePreview.tsx'
import { TryOut, useTried } from './TryOut.tsx'
import { type Catalogue, useEdit } from './use-policies.ts'

/** One policy under the pen; at its side it is tried on invented families with every letter. */
export function PolicyEditor(props: {
  readonly begun: Policy
  readonly catalogue: Catalogue
  readonly again: () => Promise<void>
}) {
  const words = useDeskWords('policies')
  const say = useToast()
  const [, go] = useLocation()
  const { begun, again } = props
  const [policy, setPolicy] = useState(begun)
  const { catalogue, moved, outcome, keep } = useEdit(props.catalogue)
  const tried = useTried(policy)
  const place = catalogue.policies.findIndex(({ id }) => id === policy.id)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const written = place < 0 ? { ...policy, id: newPolicyId(catalogue.policies) } : policy
    const kept = await keep(policies =>
      place < 0 ? [...policies, written] : policies.map(one => (one.id === policy.id ? written : one)),
    )
    if (!kept) return
    say(words.saved(catalogue.version + 1))
    if (written.id !== policy.id) await leave()
  }
  const takeOut = async () => {
    if (!(await keep(policies => policies.filter(({ id }) => id !== policy.id)))) return
    say(words.tookOut(policy.title))
    await leave()
  }
  const leave = async () => {
    await again()
    go(addresses.policies)
  }
  return (
    <main className="main with-aside">
      <form className="policy-form" onSubmit={event => void send(event)}>
        <p className="small two">
          <Press leads={{ onPress: () => void leave(), to: addresses.policies }} className="link">
            {words.back}
          </Press>{' '}
          · {place < 0 ? words.fresh : words.numbered(place + 1)}
        </p>
        <h1 className="title">{policy.title === '' ? words.fresh : policy.title}</h1>
        <p className="note small two">{words.under}</p>
        <Fields policy={policy} onChange={part => setPolicy({ ...policy, ...part })} />
        <Outcome outcome={outcome} moved={moved} policy={policy} onTakeTheirs={setPolicy} />
        <div className="acts left">
          <Button kind="first" sends>
            {words.save}
          </Button>
          {place < 0 ? null : (
            <Button kind="quiet" onPress={() => void takeOut()}>
              {words.takeOut}
            </Button>
          )}
        </div>
        {place < 0 ? null : <Editions key={catalogue.version} id={policy.id} onTakeBack={setPolicy} />}
      </form>
      <aside>
        <TryOut tried={tried} />
        <PhonePreview policy={policy} tried={tried} />
      </aside>
    </main>
  )
}

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

/** The first free one: the office's own policies count on. */
function newPolicyId(policies: readonly Policy[]): string {
  const taken = new Set(policies.map(({ id }) => id))
  for (let number = 1; ; number += 1) if (!taken.has(`own-${String(number)}`)) return `own-${String(number)}`
}

function DayField(props: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (written: string) => void
}) {
  return (
    <label className="write-line dated-line">
      <span className="q">{props.label}</span>
      <input type="date" value={props.value ?? ''} onChange={event => props.onChange(event.target.value)} />
    </label>
  )
}
