import { useState } from 'react'
import { Link } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import {
  isSaying,
  sayingParts,
  type Kin,
  type Saying,
  type TalkLine,
} from '#domain/visits/conversation/talk-line.ts'
import { CataloguePage } from '../catalogues/CataloguePage.tsx'
import { CatalogueSwitch } from '../catalogues/CatalogueSwitch.tsx'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { newLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { TalkLineEditor, titleOf } from './TalkLineEditor.tsx'
import { talkLines } from './talk-lines.ts'
import { useWhenWords } from './when-words.ts'

const parts = [...sayingParts, 'kin'] as const
type Part = (typeof parts)[number]

/** 拉家常: what the conversation card says, part by part, and one line under the pen [H7]. */
export function TalkLinesScreen() {
  const words = useDeskWords('talk')
  return (
    <CatalogueSwitch
      of={talkLines}
      home={addresses.talk}
      name={words.name}
      heading={words.heading}
      fresh={freshLine}
      List={List}
      Editor={TalkLineEditor}
    />
  )
}

/** `new-praise` is a new praise. */
function freshLine(id: string): TalkLine | undefined {
  const part = parts.find(one => id === `${newLine}-${one}`)
  if (part === undefined) return undefined
  if (part === 'kin')
    return { id: newLine, part, area: '', from: 55, male: '', female: '', english: { male: '', female: '' } }
  return { id: newLine, part, zh: '', en: '', local: [], terms: [], fits: [] }
}

function List({ catalogue }: { readonly catalogue: Catalogue<TalkLine> }) {
  const words = useDeskWords('talk')
  const [part, setPart] = useState<Part>('season')
  const lines = catalogue.lines.filter(line => line.part === part)
  return (
    <CataloguePage
      name={words.name}
      heading={words.heading}
      under={words.under}
      catalogue={catalogue}
      add={{ says: words.add, to: `${addresses.talk}/${newLine}-${part}` }}
    >
      <Picks
        label={words.part}
        labelUnseen
        value={part}
        onChange={setPart}
        choices={parts.map(one => ({
          value: one,
          says: words.partWith(words.parts[one], catalogue.lines.filter(line => line.part === one).length),
        }))}
      />
      <p className="small two talk-part-note">{words.partNotes[part]}</p>
      {part === 'kin' ? (
        <KinTable lines={lines.flatMap(line => (isSaying(line) ? [] : [line]))} />
      ) : (
        <SayingTable heading={words.parts[part]} lines={lines.filter(isSaying)} />
      )}
    </CataloguePage>
  )
}

function SayingTable({ heading, lines }: { readonly heading: string; readonly lines: readonly Saying[] }) {
  const words = useDeskWords('talk')
  const when = useWhenWords()
  return (
    <table className="tbl policy-list talk-list">
      <caption className="unseen">{heading}</caption>
      <thead>
        <tr>
          <th scope="col">{words.zh}</th>
          <th scope="col">{words.localWords}</th>
          <th scope="col">{words.when}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.id}>
            <th scope="row">
              <Link href={`${addresses.talk}/${line.id}`} className="link">
                {line.zh}
              </Link>
            </th>
            <td>{line.local.map(({ zh }) => zh).join(' ')}</td>
            <td className="two">{when(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function KinTable({ lines }: { readonly lines: readonly Kin[] }) {
  const words = useDeskWords('talk')
  const shared = useDeskWords('catalogues')
  return (
    <table className="tbl policy-list">
      <caption className="unseen">{words.parts.kin}</caption>
      <thead>
        <tr>
          <th scope="col">{words.kinFrom}</th>
          <th scope="col">{words.kinWords}</th>
          <th scope="col">{words.area}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.id}>
            <th scope="row">
              <Link href={`${addresses.talk}/${line.id}`} className="link">
                {words.ageAndOver(line.from)}
              </Link>
            </th>
            <td>{titleOf(line)}</td>
            <td>{line.area === '' ? shared.everywhere : line.area}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
