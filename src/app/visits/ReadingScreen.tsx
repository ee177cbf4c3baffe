import { useWords } from '#app/i18n/words.tsx'
import type { HouseholdSeen } from '#app/sync/wuxin.tsx'
import { Bar, BarWord } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { ReadDiary } from '#app/ui/ReadDiary.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import { useNaming } from '../phone/use-naming.ts'
import { MendSheet } from './MendSheet.tsx'
import { NotHere } from './NotHere.tsx'
import { ProposalList } from './ProposalList.tsx'
import { kindOf } from './proposal-kind.ts'
import { useFamily, useVisitId } from './use-family.ts'
import { useMarkedWords } from './use-marked-words.ts'
import { useReading } from './use-reading.ts'
import { WarningList } from './WarningList.tsx'

/** 读日记: what the device found in the story, each with the words it came from. Only what is touched counts [H9]. */
export function ReadingScreen() {
  const seen = useFamily()
  const visit = useVisitId()
  return seen === null || visit === null ? <NotHere /> : <ReadPage seen={seen} visit={visit} />
}

function ReadPage({ seen: { household }, visit }: { readonly seen: HouseholdSeen; readonly visit: VisitId }) {
  const words = useWords('reading')
  const naming = useNaming()
  const reading = useReading(household, visit)
  const { within, words: marked, letGo } = useMarkedWords()
  const mending = reading.judged.find(({ judgement }) => judgement?.is === 'mending')
  const here = `/families/${household.id}`
  return (
    <Page
      name={`${words.name} ${naming.family(household)}`}
      above={
        <Bar
          back={`${here}/diary/${visit}`}
          says={words.name}
          act={<BarWord>{words.leftToSee(reading.leftToSee)}</BarWord>}
        />
      }
      below={
        <Foot>
          {marked === '' ? (
            <Button kind="first" wide disabled={reading.busy} onPress={() => void reading.save()}>
              {reading.leftToSee === 0 ? words.keepAll : words.keepRest}
            </Button>
          ) : (
            <Button
              kind="take"
              wide
              onPress={() => {
                reading.mark(marked)
                letGo()
              }}
            >
              {words.aMatter}
            </Button>
          )}
        </Foot>
      }
    >
      <h1 className="unseen">{`${words.name} ${naming.family(household)}`}</h1>
      <div ref={within}>
        <ReadDiary
          text={reading.text}
          marks={reading.judged.map(({ number, proposal, judgement }) => ({
            start: proposal.start,
            end: proposal.end,
            number,
            kind: kindOf(proposal.proposed),
            settled: judgement !== null && judgement.is !== 'mending',
          }))}
        />
      </div>
      <p className="aside">
        {reading.judged.length === 0 ? words.foundNothing : words.found(reading.judged.length)}
      </p>
      {reading.refusal === undefined ? null : <Refusal>{reading.refusal}</Refusal>}
      <WarningList reading={reading} old={`${here}/old`} />
      <ProposalList reading={reading} />
      <p className="aside">{words.markedHint}</p>
      <MendSheet reading={reading} mending={mending} />
    </Page>
  )
}
