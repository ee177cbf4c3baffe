import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { OpenedReferral as Opened } from '#domain/campaigns/desk-answers.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useDeskToday } from '../sitting.tsx'
import { useAsked } from '../use-asked.ts'
import { ReferralActs } from './ReferralActs.tsx'
import { ReferralLife } from './ReferralLife.tsx'
import { ReferralMark } from './ReferralRow.tsx'
import { headOf, restOf } from './told.ts'

/** One referral, opened; the household can read that it was, and by whom [H22]. */
export function OpenedReferral(props: { readonly place: string; readonly onDone: () => Promise<void> }) {
  const [shown, again] = useAsked<Opened>(`/api/referrals/${props.place}`)
  const done = async () => {
    await props.onDone()
    await again()
  }
  return (
    <Arrived shown={shown} again={again}>
      {referral => <OneReferral referral={referral} onDone={done} />}
    </Arrived>
  )
}

function OneReferral({
  referral,
  onDone,
}: {
  readonly referral: Opened
  readonly onDone: () => Promise<void>
}) {
  const words = useDeskWords('queue')
  const { firstAsked, askTelephone, state } = referral
  return (
    <>
      <p className="small two">
        {words.where(`${referral.town}${referral.villageName}`, numbered(referral.number))}
      </p>
      <h2 className="title">
        <Phrase>{headOf(referral.told)}</Phrase>
      </h2>
      <p className="opened-mark">
        <DueMark referral={referral} />
      </p>
      <div className="opened">
        <div>
          <Told referral={referral} />
          <ReferralActs key={state.is} referral={referral} onDone={onDone} />
        </div>
        <aside>
          <ReferralLife referral={referral} />
          <div className="opened-ask">
            {state.is === 'offered' ? <p className="small two">{words.ownerUntil(firstAsked.name)}</p> : null}
            {askTelephone === '' ? null : (
              <Button small icon="telephone" href={`tel:${askTelephone}`}>
                {words.askPerson(firstAsked.name)} <span className="num two">{askTelephone}</span>
              </Button>
            )}
          </div>
        </aside>
      </div>
    </>
  )
}

const numbered = (number: number | null): string => String(number ?? 0).padStart(4, '0')

function DueMark({ referral }: { readonly referral: Opened }) {
  const words = useDeskWords('queue')
  const days = useWords('days')
  const today = useDeskToday()
  const { due, state } = referral
  if (due === null || referral.daysPast > 0 || state.is === 'reopened')
    return <ReferralMark referral={referral} />
  const day = days.date(due.on, today)
  return (
    <Mark state="waiting" tone={due.what === 'say' ? 'due' : 'ink'}>
      {due.what === 'say' ? words.acceptBy(day) : words.answerBy(day)}
    </Mark>
  )
}

function Told({ referral }: { readonly referral: Opened }) {
  const words = useDeskWords('queue')
  const days = useWords('days')
  const { categories } = useWords('base')
  const today = useDeskToday()
  const notSolved = referral.life.findLast(step => step.is === 'not-solved')
  return (
    <>
      {restOf(referral.told) === '' ? null : <p className="opened-told">{restOf(referral.told)}</p>}
      {referral.state.is === 'reopened' && notSolved !== undefined ? (
        <Section heading={words.notSolved}>
          {notSolved.words === '' ? (
            <p>{words.notSolvedMeans}</p>
          ) : (
            <Quote by={days.date(notSolved.on, today)}>{notSolved.words}</Quote>
          )}
        </Section>
      ) : null}
      {referral.state.is === 'found' ? (
        <Section heading={words.result}>
          <p>{referral.state.found.words}</p>
          <p className="note">
            {words.foundBy(referral.state.found.by.name, days.date(referral.state.found.on, today))}
          </p>
        </Section>
      ) : null}
      <Section heading={words.consented}>
        <table className="tbl consented">
          <tbody>
            <tr>
              <th scope="row">{words.family}</th>
              <td>{words.familyVia(referral.family, referral.firstAsked.name)}</td>
            </tr>
            <tr>
              <th scope="row">{words.place}</th>
              <td>{`${referral.town}${referral.villageName}`}</td>
            </tr>
            <tr>
              <th scope="row">{words.kind}</th>
              <td>{categories[referral.category]}</td>
            </tr>
            <tr>
              <th scope="row">{words.notConsented}</th>
              <td className="two">{words.notConsentedMeans}</td>
            </tr>
          </tbody>
        </table>
      </Section>
    </>
  )
}
