import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { ColumnPreview, Preview } from '#domain/campaigns/desk-answers.ts'
import type { Meaning } from '#domain/households/roster/headings.ts'
import type { ReadAs } from './RosterScreen.tsx'

/** Meanings somebody may give a heading that was not known. */
const byHand = [
  'name',
  'head',
  'relation',
  'birth',
  'group',
  'household-no',
  'telephone',
  'house-note',
  'categories',
] as const

type Props = {
  readonly preview: Preview
  readonly readAs: ReadAs
  readonly onReadAs: (readAs: ReadAs) => void
}

/** How the headings were read: what is written there, what it is taken as, what the first family brings. */
export function RosterColumns({ preview, readAs, onReadAs }: Props) {
  const words = useDeskWords('roster')
  const several = preview.sheets.length > 1
  return (
    <Section bare heading={words.headings}>
      {preview.sheets.map(sheet => (
        <table key={sheet.name ?? ''} className="tbl">
          {several ? <caption className="small two">{sheet.name}</caption> : null}
          <thead>
            <tr>
              <th scope="col">{words.inSheet}</th>
              <th scope="col">{words.takenAs}</th>
              <th scope="col">{words.firstRow}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map(column => (
              <tr key={column.label} className={isKept(column) ? undefined : 'left-out'}>
                <th scope="row">{column.label}</th>
                <td>
                  <TakenAs column={column} readAs={readAs} onReadAs={onReadAs} />
                </td>
                <td className="two first-value">{column.first === '' ? '—' : column.first}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p className="small two">{words.headingsNote}</p>
    </Section>
  )
}

const isKept = ({ meaning }: ColumnPreview): boolean =>
  meaning !== null && meaning !== 'identity-number' && meaning !== 'head-number'

function TakenAs({ column, readAs, onReadAs }: { readonly column: ColumnPreview } & Omit<Props, 'preview'>) {
  const words = useDeskWords('roster')
  const given = readAs.columns[column.label]
  if (column.meaning !== null && given === undefined) return <Means meaning={column.meaning} />
  const choose = (written: string) => {
    const { [column.label]: _, ...others } = readAs.columns
    const meaning = byHand.find(one => one === written)
    onReadAs({ ...readAs, columns: meaning === undefined ? others : { ...others, [column.label]: meaning } })
  }
  return (
    <select
      className="taken-as"
      aria-label={`${words.takenAs} ${column.label}`}
      value={given ?? ''}
      onChange={event => choose(event.target.value)}
    >
      <option value="">{words.leftOut}</option>
      {byHand.map(meaning => (
        <option key={meaning} value={meaning}>
          {words.meanings[meaning]}
        </option>
      ))}
    </select>
  )
}

function Means({ meaning }: { readonly meaning: Meaning }) {
  const words = useDeskWords('roster')
  if (isTick(meaning)) return <>{words.meanings.categories}</>
  if (meaning === 'birth' || meaning === 'head-birth')
    return (
      <>
        {words.meanings[meaning]} <span className="three small">{words.yearOnly}</span>
      </>
    )
  return <>{words.meanings[meaning]}</>
}

const isTick = (meaning: Meaning): meaning is Extract<Meaning, `tick:${string}`> =>
  meaning.startsWith('tick:')
