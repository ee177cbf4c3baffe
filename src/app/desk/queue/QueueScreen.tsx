import { useEffect, useMemo } from 'react'
import { useLocation, useParams } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { DeskSplit } from '#app/ui/desk/DeskPage.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { Queue, ReferralAnswer } from '#domain/campaigns/desk-answers.ts'
import { addresses, type Way } from '../desk-ways.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'
import { OpenedReferral } from './OpenedReferral.tsx'
import { ReferralRow } from './ReferralRow.tsx'
import { useStepKeys } from './use-step-keys.ts'

/** The department's three lists: all that is still to do, what was accepted, what has its result. */
export type QueuePart = Extract<Way, 'queue' | 'inHand' | 'answered'>

const parts: Readonly<Record<QueuePart, readonly ReferralAnswer['state']['is'][]>> = {
  queue: ['offered', 'accepted', 'reopened'],
  inHand: ['accepted', 'reopened'],
  answered: ['found', 'told', 'over'],
}

/** The department's desk: its queue by the day things are due, one opened beside it. `/desk/queue/<village>/<need>`. */
export function QueueScreen({ part }: { readonly part: QueuePart }) {
  const words = useDeskWords('queue')
  const { '*': rest = '' } = useParams()
  const [, go] = useLocation()
  const [shown, again] = useAsked<Queue>('/api/referrals')
  const referrals = useMemo(
    () =>
      shown.is === 'here' ? shown.value.referrals.filter(({ state }) => parts[part].includes(state.is)) : [],
    [shown, part],
  )
  const openAt = referrals.findIndex(referral => placeOf(referral) === rest)
  const step = (by: number) => {
    const next = referrals[Math.min(Math.max(openAt + by, 0), referrals.length - 1)]
    if (next !== undefined) go(`${addresses[part]}/${placeOf(next)}`)
  }
  useStepKeys({ j: () => step(1), k: () => step(-1) })
  const [first] = referrals
  useEffect(() => {
    if (rest === '' && first !== undefined) go(`${addresses[part]}/${placeOf(first)}`, { replace: true })
  }, [rest, first, part, go])
  return (
    <DeskSplit
      name={words.headings[part]}
      heading={words.headings[part]}
      note={referrals.length === 0 ? undefined : words.unders[part](referrals.length)}
      list={
        <Arrived shown={shown} again={again}>
          {() =>
            referrals.length === 0 ? (
              <Empty>{words.nothing[part]}</Empty>
            ) : (
              <>
                <ol className="queue">
                  {referrals.map(referral => (
                    <ReferralRow
                      key={referral.need}
                      to={`${addresses[part]}/${placeOf(referral)}`}
                      isOpen={placeOf(referral) === rest}
                      referral={referral}
                    />
                  ))}
                </ol>
                <p className="cap three keys-line">{part === 'queue' ? words.keys : words.stepKeys}</p>
              </>
            )
          }
        </Arrived>
      }
    >
      {rest === '' ? null : <OpenedReferral key={rest} place={rest} onDone={again} />}
    </DeskSplit>
  )
}

const placeOf = ({ village, need }: ReferralAnswer): string => `${village}/${need}`
