import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { isSaying, type TalkLine } from '#domain/visits/conversation/talk-line.ts'
import { LineForm } from '../catalogues/LineForm.tsx'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { useLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { KinFields } from './KinFields.tsx'
import { SayingFields } from './SayingFields.tsx'
import { talkLines } from './talk-lines.ts'
import { TryTalk } from './TryTalk.tsx'

export const titleOf = (line: TalkLine): string =>
  isSaying(line) ? line.zh : `${line.male} ${line.female}`.trim()

const Theirs = ({ line }: { readonly line: TalkLine }) => <p className="song">{titleOf(line)}</p>

/** One line of the card under the pen; at its side it is tried on invented families, on a day one chooses. */
export function TalkLineEditor(props: {
  readonly begun: TalkLine
  readonly catalogue: Catalogue<TalkLine>
  readonly again: () => Promise<void>
}) {
  const words = useDeskWords('talk')
  const edit = useLine({ ...props, of: talkLines, home: addresses.talk, titleOf })
  const { line, setLine, catalogue } = edit
  return (
    <main className="main with-aside">
      <LineForm
        of={talkLines}
        edit={edit}
        home={addresses.talk}
        heading={titleOf(line)}
        numbered={() => words.parts[line.part]}
        under={words.partNotes[line.part]}
        fieldWords={words.fields}
        Theirs={Theirs}
      >
        {isSaying(line) ? (
          <SayingFields saying={line} onChange={part => setLine({ ...line, ...part })} />
        ) : (
          <KinFields kin={line} onChange={part => setLine({ ...line, ...part })} />
        )}
      </LineForm>
      <aside>
        <TryTalk line={line} lines={catalogue.lines} />
      </aside>
    </main>
  )
}
