import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Numbers } from '#app/ui/desk/Numbers.tsx'
import type { Preview } from '#domain/campaigns/desk-answers.ts'
import type { ReadAs } from './RosterScreen.tsx'
import { RosterColumns } from './RosterColumns.tsx'
import { RosterProblems } from './RosterProblems.tsx'

/** What was understood of a roster, to be looked at before it is taken in. */
export function RosterPreview(props: {
  readonly file: File
  readonly preview: Preview
  readonly readAs: ReadAs
  readonly busy: boolean
  readonly onReadAs: (readAs: ReadAs) => void
  readonly onAnother: () => void
  readonly onTakeIn: () => void
}) {
  const words = useDeskWords('roster')
  const { preview, file } = props
  const aside = preview.problems.filter(({ setsAside }) => setsAside).length
  const places = preview.villages.map(({ town, name }) => `${town}${name}`)
  return (
    <DeskPage
      name={words.name}
      heading={words.heading}
      note={words.underFile(file.name, preview.sheets.length, places)}
      acts={
        <>
          <Button onPress={props.onAnother} disabled={props.busy}>
            {words.another}
          </Button>
          <Button kind="first" onPress={props.onTakeIn} disabled={props.busy}>
            {props.busy ? words.takingIn : words.takeIn(preview.households, aside)}
          </Button>
        </>
      }
    >
      <Numbers
        lines={[
          { id: 'households', count: preview.households, unit: words.households },
          { id: 'members', count: preview.members, unit: words.members },
          { id: 'look', count: preview.problems.length, unit: words.toLook },
          ...(preview.known > 0 ? [{ id: 'known', count: preview.known, unit: words.alreadyHere }] : []),
          ...(aside > 0 ? [{ id: 'aside', count: aside, unit: words.notTaken, due: true }] : []),
        ]}
      />
      <div className="looked-at">
        <RosterColumns preview={preview} readAs={props.readAs} onReadAs={props.onReadAs} />
        <RosterProblems file={file.name} problems={preview.problems} />
      </div>
      {preview.sheetsNotRead.length === 0 ? null : (
        <p className="small two">{words.sheetsNotRead(preview.sheetsNotRead)}</p>
      )}
    </DeskPage>
  )
}
