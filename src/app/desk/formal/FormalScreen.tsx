import { Link } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { formalParts, type FormalLine, type FormalPart } from '#domain/formal/formal-channel.ts'
import { useAreas } from '../catalogues/AreaField.tsx'
import { CataloguePage, CheckedCell } from '../catalogues/CataloguePage.tsx'
import { CatalogueSwitch } from '../catalogues/CatalogueSwitch.tsx'
import { useUntilWords } from '../catalogues/until-words.ts'
import type { Catalogue } from '../catalogues/use-catalogue.ts'
import { newLine } from '../catalogues/use-line.ts'
import { addresses } from '../desk-ways.ts'
import { FormalEditor } from './FormalEditor.tsx'
import { formalLines } from './formal-lines.ts'

/** 正式渠道: rights, days and places as the phones read them to families [H19]. */
export function FormalScreen() {
  const words = useDeskWords('formal')
  return (
    <CatalogueSwitch
      of={formalLines}
      home={addresses.formal}
      name={words.name}
      heading={words.heading}
      fresh={id => (id === newLine ? newPlace : undefined)}
      List={List}
      Editor={FormalEditor}
    />
  )
}

const newPlace: FormalLine = {
  id: newLine,
  part: 'place',
  title: '',
  plain: '',
  openWhen: '',
  telephone: '',
  forPersons: false,
  area: '',
  validUntil: null,
  source: '',
  english: null,
  checkedBy: '',
}

function List({ catalogue }: { readonly catalogue: Catalogue<FormalLine> }) {
  const words = useDeskWords('formal')
  return (
    <CataloguePage
      name={words.name}
      heading={words.heading}
      under={words.under}
      catalogue={catalogue}
      add={{ says: words.add, to: `${addresses.formal}/${newLine}` }}
    >
      {formalParts.map(part => (
        <PartTable key={part} part={part} lines={catalogue.lines.filter(line => line.part === part)} />
      ))}
    </CataloguePage>
  )
}

function PartTable({ part, lines }: { readonly part: FormalPart; readonly lines: readonly FormalLine[] }) {
  const words = useDeskWords('formal')
  const shared = useDeskWords('catalogues')
  const until = useUntilWords()
  const areas = useAreas()
  const areaWords = (area: string) =>
    area === '' ? shared.everywhere : (areas.find(one => one.area === area)?.says ?? area)
  return (
    <>
      <h2 className="sub">{words.parts[part]}</h2>
      <table className="tbl policy-list">
        <caption className="unseen">{words.parts[part]}</caption>
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{part === 'place' ? words.hoursAndTelephone : words.source}</th>
            <th scope="col">{words.area}</th>
            <th scope="col">{words.until}</th>
            <th scope="col">{shared.checked}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">
                <Link href={`${addresses.formal}/${line.id}`} className="link">
                  {line.title}
                </Link>
              </th>
              <td>
                {part === 'place'
                  ? [line.openWhen, line.telephone].filter(one => one !== '').join(' · ')
                  : line.source}
              </td>
              <td>{areaWords(line.area)}</td>
              <td>{until(line.validUntil)}</td>
              <CheckedCell by={line.checkedBy} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
