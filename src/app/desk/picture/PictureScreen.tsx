import { useState } from 'react'
import { useParams } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button, TextLink } from '#app/ui/Button.tsx'
import { Bars } from '#app/ui/desk/Bars.tsx'
import { Count, CountLegend } from '#app/ui/desk/Count.tsx'
import { CountTable } from '#app/ui/desk/CountTable.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { River } from '#app/ui/desk/River.tsx'
import { MarkShape } from '#app/ui/Mark.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { dayOf } from '#domain/base/days.ts'
import type { PictureAnswer } from '#domain/campaigns/desk-answers.ts'
import { ageBands, lyingKinds } from '#domain/villages/picture.ts'
import { Arrived } from '../DeskSentence.tsx'
import { saveTable } from '../save-table.ts'
import { useSitting } from '../sitting.tsx'
import { useAsked } from '../use-asked.ts'
import { countOf, riverOf } from './counts.ts'
import { usePictureRows } from './picture-rows.ts'

/** The picture of a place: where needs stand, never who did them. `/desk/picture/420325102` is the town's. */
export function PictureScreen() {
  const { '*': under = '' } = useParams()
  const words = useDeskWords('picture')
  const [shown, again] = useAsked<PictureAnswer>(`/api/picture${under === '' ? '' : `?under=${under}`}`)
  return shown.is === 'here' ? (
    <PictureOf answer={shown.value} />
  ) : (
    <DeskPage name={words.name} heading={words.heading}>
      <Arrived shown={shown} again={again}>
        {() => null}
      </Arrived>
    </DeskPage>
  )
}

function PictureOf({ answer }: { readonly answer: PictureAnswer }) {
  const words = useDeskWords('picture')
  const shell = useDeskWords('shell')
  const [as, setAs] = useState<'picture' | 'table'>('picture')
  const rows = usePictureRows(answer)
  const { picture, table, place } = answer
  return (
    <DeskPage
      name={`${words.name} ${place.name}`}
      heading={words.heading}
      note={<Under answer={answer} />}
      acts={
        <>
          <Button small onPress={() => setAs(as === 'picture' ? 'table' : 'picture')}>
            {as === 'picture' ? shell.asTable : shell.asPicture}
          </Button>
          <Button small onPress={() => saveTable(`${words.name} ${place.name}`.trim(), rows)}>
            {shell.toFile}
          </Button>
        </>
      }
    >
      {picture.stages.heard === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <>
          <River counts={riverOf(picture)} as={as} />
          <div className="three-wide">
            {table === null || table.rows.length === 0 ? null : <OpenWhere answer={answer} />}
            <Ages answer={answer} />
            <LeftLying answer={answer} />
          </div>
        </>
      )}
    </DeskPage>
  )
}

/** 房县 › 化龙堰镇，3 个村，到 4月16日 20:00。 The places above lead back up. */
function Under({ answer }: { readonly answer: PictureAnswer }) {
  const words = useDeskWords('picture')
  const days = useWords('days')
  const { above, place, towns, villages, at } = answer
  const until = `${days.date(dayOf(at), dayOf(at))} ${days.clock(at)}`
  return (
    <>
      {above.map(({ code, name }) => (
        <span key={code}>
          <TextLink to={`/desk/picture/${code}`}>{name}</TextLink> ›{' '}
        </span>
      ))}
      {words.under(
        [place.name, villages === 1 && place.name !== '' ? '' : words.places(towns, villages)]
          .filter(Boolean)
          .join(' '),
        until,
      )}
    </>
  )
}

function OpenWhere({ answer: { table } }: { readonly answer: PictureAnswer }) {
  const words = useDeskWords('picture')
  const { categories } = useWords('base')
  const { actor } = useSitting()
  if (table === null) return null
  return (
    <Section bare heading={words.openWhere}>
      <div className="narrow-heads">
        <CountTable
          name={words.openWhere}
          placesSay={words.place}
          kinds={table.categories.map(id => ({ id, says: <span className="kind">{categories[id]}</span> }))}
          places={table.rows.map(row => ({
            id: row.code,
            says:
              table.rows.length > 1 || actor.role === 'office' ? (
                <TextLink to={`/desk/picture/${row.code}`}>{row.name}</TextLink>
              ) : (
                row.name
              ),
            counts: Object.fromEntries(
              table.categories.map((id, at) => [id, countOf(row.cells[at] ?? null)]),
            ),
          }))}
        />
      </div>
    </Section>
  )
}

function Ages({ answer: { picture } }: { readonly answer: PictureAnswer }) {
  const words = useDeskWords('picture')
  return (
    <Section bare heading={words.age} note={picture.open === null ? undefined : words.matters(picture.open)}>
      <Bars rows={ageBands.map(id => ({ id, says: words.ages[id], count: countOf(picture.ages[id]) }))} />
    </Section>
  )
}

function LeftLying({ answer: { picture, table, smallHidden } }: { readonly answer: PictureAnswer }) {
  const words = useDeskWords('picture')
  const { actor } = useSitting()
  const leads = actor.role === 'team-leader'
  return (
    <Section
      bare
      heading={
        <span className="mark lying heading-mark">
          <MarkShape state="left-lying" />
          <span>{words.leftLying}</span>
        </span>
      }
      note={picture.lyingTotal === null ? undefined : words.matters(picture.lyingTotal)}
    >
      <table className="tbl">
        <caption className="unseen">{words.leftLying}</caption>
        <tbody>
          {lyingKinds.map(kind => (
            <tr key={kind}>
              <th scope="row">
                {leads ? (
                  <TextLink to={`/desk/left-lying/${kind}`}>{words.lyingKinds[kind]}</TextLink>
                ) : (
                  words.lyingKinds[kind]
                )}
              </th>
              <td className="r">
                <Count count={countOf(picture.lying[kind])} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.promisesPastDay}</th>
            <td className="r">
              <Count count={countOf(picture.promisesPastDay)} />
            </td>
          </tr>
        </tbody>
      </table>
      {smallHidden && table === null && lyingKinds.some(kind => picture.lying[kind] === null) ? (
        <CountLegend />
      ) : null}
    </Section>
  )
}
