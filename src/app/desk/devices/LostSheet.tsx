import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { DeviceLine } from '#domain/campaigns/desk-answers.ts'
import { ask } from '../ask.ts'
import { useWhy } from '../DeskSentence.tsx'
import { useLost } from './use-when.ts'

/** A phone is lost: what that means for what was on it, what was received and what was not sent; then it is revoked. */
export function LostSheet(props: {
  readonly device: DeviceLine | null
  readonly onClose: () => void
  readonly onRevoked: () => Promise<void>
}) {
  const { sheet } = useDeskWords('devices')
  const { device } = props
  return (
    <Sheet open={device !== null} onClose={props.onClose} heading={sheet.heading(device?.name ?? '')}>
      {device === null ? null : <Lost {...props} device={device} />}
    </Sheet>
  )
}

function Lost(props: {
  readonly device: DeviceLine
  readonly onClose: () => void
  readonly onRevoked: () => Promise<void>
}) {
  const { sheet } = useDeskWords('devices')
  const lost = useLost()
  const [revoke, { busy, refused }] = useRevoke(props)
  return (
    <>
      <dl className="lost">
        <dt>{sheet.onIt}</dt>
        <dd>{props.device.said === null ? sheet.onItOld : sheet.onItMeans}</dd>
        <dt>{sheet.received}</dt>
        <dd>{sheet.receivedMeans}</dd>
        <dt>{sheet.unsent}</dt>
        <dd>
          {lost(props.device).map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
        </dd>
      </dl>
      <p className="small two">{sheet.noWayBack}</p>
      {refused === null ? null : <Refusal>{refused}</Refusal>}
      <div className="end">
        <Acts>
          <Button kind="first" disabled={busy} onPress={() => void revoke()}>
            {sheet.stop}
          </Button>
          <Button disabled={busy} onPress={props.onClose}>
            {sheet.keep}
          </Button>
        </Acts>
      </div>
    </>
  )
}

type Revoking = { readonly busy: boolean; readonly refused: string | null }

function useRevoke(props: {
  readonly device: DeviceLine
  readonly onClose: () => void
  readonly onRevoked: () => Promise<void>
}): readonly [() => Promise<void>, Revoking] {
  const words = useDeskWords('devices')
  const say = useToast()
  const why = useWhy()
  const [state, setState] = useState<Revoking>({ busy: false, refused: null })
  const revoke = async () => {
    const { device, person, name } = props.device
    setState({ busy: true, refused: null })
    const answer = await ask('/api/devices/revoke', { body: { device, person } })
    setState({ busy: false, refused: answer.ok ? null : why(answer.because) })
    if (!answer.ok) return
    props.onClose()
    say(words.stopped(name))
    await props.onRevoked()
  }
  return [revoke, state]
}
