import { HandInRescueFile } from '#app/accounts/HandInRescueFile.tsx'
import { handIn } from '#app/accounts/hand-in.ts'
import { parseRescueFile } from '#app/accounts/rescue-file.ts'
import { nothingHeld, rescueOf, type Rescue } from '#app/accounts/take-back.ts'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { newId } from '#app/sync/new-id.ts'
import type { FileHandedIn } from '#app/sync/session.ts'
import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import { useSitting } from '../sitting.tsx'

/** A phone that cannot send any more: its owner hands its rescue file in here. Nothing of it stays on this machine. */
export function RescueAtDesk() {
  const words = useDeskWords('devices').rescue
  const { actor } = useSitting()
  const came = useCameAtDesk()
  return (
    <section className="rescue-at-desk" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p className="small two">{words.means}</p>
      <HandInRescueFile handIn={text => handInAtDesk(text, actor.id)} came={came} />
    </section>
  )
}

/** What was not taken, and what was half written, the desk keeps nowhere: it comes back on the phone, from the same file. */
function useCameAtDesk(): (rescue: Rescue) => string {
  const desk = useDeskWords('devices').rescue
  const words = useWords('rescue')
  return ({ received, refused, drafts, unreadable }) => {
    const parts = [
      received > 0 ? desk.received(received) : '',
      refused + drafts > 0 ? desk.keepFile(refused, drafts) : '',
      unreadable > 0 ? words.someUnreadable(unreadable) : '',
    ].filter(part => part !== '')
    return parts.length === 0 ? words.nothingIn : parts.join(' ')
  }
}

async function handInAtDesk(text: string, person: PersonId): Promise<FileHandedIn> {
  const read = await parseRescueFile(text)
  if (!read.ok) return read
  const handed = await handIn(read.records, { device: newId<DeviceId>(), person })
  if (!handed.ok) return handed
  const rescue = rescueOf(handed.words, nothingHeld)
  return rescue.ofAnother > 0 ? { ok: false, because: 'of-another' } : { ok: true, rescue }
}
