import type { Door } from '../sync/session.ts'
import type { Guest } from './guest.ts'
import { addPasskeyWith, dropPasskey, hasPasskeyIn } from './passkey.ts'

type Passkeys = Pick<Door, 'hasPasskey' | 'addPasskey' | 'dropPasskey'>

/** The passkey of who is at work behind the open door; `here` is null while it is shut. */
export const passkeysOf = (here: () => Guest | null, lock: () => Promise<void>): Passkeys => ({
  hasPasskey: async () => {
    const guest = here()
    return guest !== null && hasPasskeyIn(guest.db)
  },
  addPasskey: async pin => {
    const guest = here()
    if (guest === null) return { ok: false, because: 'not-added', waitSeconds: 0 }
    const added = await addPasskeyWith(guest, pin)
    // Ten wrong tries here are ten wrong tries: the door shuts, and the key goes.
    if (!added.ok && added.because === 'sign-in-first') await lock()
    return added
  },
  dropPasskey: async () => {
    const guest = here()
    if (guest !== null) await dropPasskey(guest.db)
  },
})
