import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { Preview, Registered, VillageLine } from '#domain/campaigns/desk-answers.ts'
import type { Meaning } from '#domain/households/roster/headings.ts'
import { ask } from '../ask.ts'
import { useWhy } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'
import { RosterPreview } from './RosterPreview.tsx'

/** How a file is to be read, beside what stands in it. */
export type ReadAs = { readonly village: string; readonly columns: Readonly<Record<string, Meaning>> }

type State =
  | { readonly is: 'none'; readonly because: string | null }
  | { readonly is: 'reading'; readonly file: File }
  | { readonly is: 'ask-village'; readonly file: File }
  | { readonly is: 'looked-at'; readonly file: File; readonly preview: Preview; readonly readAs: ReadAs }
  | { readonly is: 'taking-in'; readonly file: File; readonly preview: Preview; readonly readAs: ReadAs }
  | { readonly is: 'taken-in'; readonly registered: Registered }

const asItIs: ReadAs = { village: '', columns: {} }

/** A roster is brought, looked at, and only then taken in: until then nothing is stored anywhere. */
export function RosterScreen() {
  const words = useDeskWords('roster')
  const [state, setState] = useState<State>({ is: 'none', because: null })

  const read = async (file: File, readAs: ReadAs) => {
    setState({ is: 'reading', file })
    const answer = await ask<Preview>(`/api/rosters${queryOf(readAs)}`, { file })
    if (answer.ok) setState({ is: 'looked-at', file, preview: answer.value, readAs })
    else if (answer.because === 'village-not-named') setState({ is: 'ask-village', file })
    else setState({ is: 'none', because: answer.because })
  }
  const takeIn = async ({ file, preview, readAs }: Extract<State, { is: 'looked-at' }>) => {
    setState({ is: 'taking-in', file, preview, readAs })
    const answer = await ask<Registered>(`/api/rosters/${preview.id}/confirm${queryOf(readAs)}`, { file })
    if (answer.ok) setState({ is: 'taken-in', registered: answer.value })
    else setState({ is: 'none', because: answer.because })
  }

  switch (state.is) {
    case 'none':
      return (
        <DeskPage name={words.name} heading={words.start} note={words.startMeans}>
          <Bring because={state.because} onFile={file => void read(file, asItIs)} />
        </DeskPage>
      )
    case 'reading':
      return (
        <DeskPage name={words.name} heading={words.start} note={state.file.name}>
          <p className="sentence" role="status">
            {words.readingFile}
          </p>
        </DeskPage>
      )
    case 'ask-village':
      return (
        <DeskPage name={words.name} heading={words.village} note={words.villageNotNamed(state.file.name)}>
          <WhichVillage
            onChoose={village => void read(state.file, { ...asItIs, village })}
            onAnother={() => setState({ is: 'none', because: null })}
          />
        </DeskPage>
      )
    case 'looked-at':
    case 'taking-in':
      return (
        <RosterPreview
          file={state.file}
          preview={state.preview}
          readAs={state.readAs}
          busy={state.is === 'taking-in'}
          onReadAs={readAs => void read(state.file, readAs)}
          onAnother={() => setState({ is: 'none', because: null })}
          onTakeIn={() => {
            if (state.is === 'looked-at') void takeIn(state)
          }}
        />
      )
    case 'taken-in':
      return (
        <DeskPage
          name={words.name}
          heading={words.done(state.registered.households, state.registered.members)}
          note={state.registered.before > 0 ? words.knownBefore(state.registered.before) : undefined}
        >
          <p className="sentence">{words.doneNext}</p>
          <div className="acts left">
            <Button kind="first" to="/desk/teams">
              {words.toTeams}
            </Button>
            <Button to="/desk/cards">{words.toCards}</Button>
            <Button kind="quiet" onPress={() => setState({ is: 'none', because: null })}>
              {words.another}
            </Button>
          </div>
        </DeskPage>
      )
    default:
      return state satisfies never
  }
}

function queryOf({ village, columns }: ReadAs): string {
  const query = new URLSearchParams()
  if (village !== '') query.set('village', village)
  if (Object.keys(columns).length > 0) query.set('columns', JSON.stringify(columns))
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

function Bring({
  because,
  onFile,
}: {
  readonly because: string | null
  readonly onFile: (file: File) => void
}) {
  const words = useDeskWords('roster')
  const why = useWhy()
  const [over, setOver] = useState(false)
  const refusals: Readonly<Record<string, string>> = words.refusals
  return (
    <>
      <label className={over ? 'drop over' : 'drop'}>
        <input
          type="file"
          accept=".xlsx,.csv,text/csv"
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={event => {
            const file = event.target.files?.[0]
            if (file !== undefined) onFile(file)
          }}
        />
        <span className="song">{words.drop}</span>
        <span className="cap three">{words.dropMeans}</span>
      </label>
      {because === null ? null : <Refusal>{refusals[because] ?? why(because)}</Refusal>}
    </>
  )
}

function WhichVillage(props: {
  readonly onChoose: (village: string) => void
  readonly onAnother: () => void
}) {
  const words = useDeskWords('roster')
  const [shown] = useAsked<readonly VillageLine[]>('/api/villages')
  const [village, setVillage] = useState('')
  const villages = shown.is === 'here' ? shown.value : []
  return (
    <div className="which-village">
      <select
        className="boxed"
        aria-label={words.village}
        value={village}
        onChange={event => setVillage(event.target.value)}
      >
        <option value="">{words.chooseVillage}</option>
        {villages.map(({ code, town, name }) => (
          <option key={code} value={code}>
            {`${town}${name}`}
          </option>
        ))}
      </select>
      <Button kind="first" disabled={village === ''} onPress={() => props.onChoose(village)}>
        {words.lookAgain}
      </Button>
      <Button kind="quiet" onPress={props.onAnother}>
        {words.another}
      </Button>
    </div>
  )
}
