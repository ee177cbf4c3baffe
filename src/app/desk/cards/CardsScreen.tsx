import { useRef, useState } from 'react'
import { useParams, useLocation } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { CardGroups, VillageLine } from '#domain/campaigns/desk-answers.ts'
import { ask } from '../ask.ts'
import { Arrived, useWhy } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'

/** Contact cards of a village, given out by group and printed at once: their codes stand on the paper alone. `/desk/cards/<village>`. */
export function CardsScreen() {
  const words = useDeskWords('cards')
  const { '*': named = '' } = useParams()
  const [, go] = useLocation()
  const [shown, again] = useAsked<readonly VillageLine[]>('/api/villages')
  return (
    <DeskPage name={words.name} heading={words.heading} note={words.under}>
      <Arrived shown={shown} again={again}>
        {all => {
          const villages = all.filter(({ hasRoster }) => hasRoster)
          const village = named === '' && villages.length === 1 ? (villages[0]?.code ?? '') : named
          if (villages.length === 0) return <Empty>{words.none}</Empty>
          return (
            <>
              <select
                className="boxed"
                aria-label={words.village}
                value={village}
                onChange={event => go(`/desk/cards/${event.target.value}`)}
              >
                <option value="">{words.village}</option>
                {villages.map(({ code, town, name }) => (
                  <option key={code} value={code}>{`${town}${name}`}</option>
                ))}
              </select>
              {village === '' ? null : <VillageCards key={village} village={village} />}
            </>
          )
        }}
      </Arrived>
    </DeskPage>
  )
}

function VillageCards({ village }: { readonly village: string }) {
  const words = useDeskWords('cards')
  const { families } = useWords('base')
  const why = useWhy()
  const [shown, again] = useAsked<CardGroups>(`/api/cards/${village}`)
  const [pages, setPages] = useState<string | null>(null)
  const [because, setBecause] = useState<string | null>(null)
  const issue = async (group: string | null) => {
    const answer = await ask<string>('/api/cards', { body: { village, group } })
    setBecause(answer.ok ? null : answer.because)
    if (!answer.ok) return
    setPages(answer.value)
    await again()
  }
  if (pages !== null) return <PrintedCards pages={pages} onDone={() => setPages(null)} />
  return (
    <Arrived shown={shown} again={again}>
      {({ groups }) => (
        <>
          {because === null ? null : <Refusal>{why(because)}</Refusal>}
          <table className="tbl card-groups">
            <caption className="unseen">{words.heading}</caption>
            <thead>
              <tr>
                <th scope="col">{words.group}</th>
                <th scope="col" className="r">
                  {words.families}
                </th>
                <th scope="col" className="r">
                  {words.withCard}
                </th>
                <th scope="col" aria-label={words.print} />
              </tr>
            </thead>
            <tbody>
              {[...groups, ...(groups.length > 1 ? [whole(groups, words.all)] : [])].map(group => (
                <tr key={group.name}>
                  <th scope="row">{group.name === '' ? words.noGroup : group.name}</th>
                  <td className="r">{families(group.families)}</td>
                  <td className="r">{group.withCard}</td>
                  <td className="act">
                    <Button small onPress={() => void issue('whole' in group ? null : group.name)}>
                      {group.withCard > 0 ? words.renew : words.print}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small two">{words.renewMeans}</p>
        </>
      )}
    </Arrived>
  )
}

const whole = (groups: CardGroups['groups'], name: string) => ({
  name,
  families: groups.reduce((sum, group) => sum + group.families, 0),
  withCard: groups.reduce((sum, group) => sum + group.withCard, 0),
  whole: true as const,
})

function PrintedCards({ pages, onDone }: { readonly pages: string; readonly onDone: () => void }) {
  const words = useDeskWords('cards')
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <>
      <div className="acts left">
        <Button kind="first" icon="print" onPress={() => frame.current?.contentWindow?.print()}>
          {words.printNow}
        </Button>
        <Button onPress={onDone}>{words.printed}</Button>
        <p className="small two">{words.onlyOnPaper}</p>
      </div>
      <iframe
        ref={frame}
        className="card-pages"
        title={words.heading}
        srcDoc={pages}
        sandbox="allow-same-origin allow-modals"
      />
    </>
  )
}
