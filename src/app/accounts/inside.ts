import { instantOf } from '#domain/base/days.ts'
import { openEngine, type Engine } from '#sync/engine/engine.ts'
import type { DeviceStore } from '#sync/engine/store.ts'
import type { PersonDatabase } from '../store/database.ts'
import { createIndexedDbStore } from '../store/indexed-db-store.ts'
import * as shelf from '../store/rescue-shelf.ts'
import { settable } from '../sync/watched.ts'
import { readOut } from '../voices/voice-out.ts'
import type { VoiceGround } from '../voices/voices-here.ts'
import { createSealer, type Sealer } from '../store/sealer.ts'
import { appVersion } from '../sync/app-version.ts'
import { httpTransport } from '../sync/http-transport.ts'
import { newId } from '../sync/new-id.ts'
import { startAutoLock, type AutoLock } from './auto-lock.ts'
import type { Guest } from './guest.ts'

/** The device behind the door, while it is open. */
export type Inside = {
  readonly engine: Engine
  readonly store: DeviceStore
  readonly sealing: Sealing
  readonly voices: VoiceGround
  /** Cuts what is under way with the server, and ends what listens: nothing of this person is sent any more. */
  readonly stop: () => void
}

/** To which key of the server the store seals; it is learned when the server can be reached. */
type Sealing = { by: Sealer | null }

/** What is told while it is open, and when it shuts by itself. */
export type Around = {
  readonly autoLock: Pick<AutoLock, 'minutes' | 'staysOpen'>
  readonly lock: AutoLock['lock']
  readonly heard: (engine: Engine) => void
}

/** Opens what lies in a person's database; null where there is no device in it. */
export async function openInside(db: PersonDatabase, key: CryptoKey, around: Around): Promise<Inside | null> {
  const sealing: Sealing = { by: null }
  const store = createIndexedDbStore(db, key, () => sealing.by)
  const voices: VoiceGround = { db, key, sealer: () => sealing.by, out: settable(await readOut(db)) }
  const line = new AbortController()
  const engine = await openEngine({
    store,
    transport: httpTransport(line.signal),
    now: () => instantOf(Date.now()),
    newChangeId: newId,
    app: appVersion,
  })
  if (engine === null) return null
  const stopLock = startAutoLock({ ...around.autoLock, lock: around.lock })
  const stopListening = engine.listen(() => around.heard(engine))
  const stop = () => {
    line.abort()
    stopLock()
    stopListening()
  }
  return { engine, store, sealing, voices, stop }
}

/** From now on what is written is sealed to this key as well, and what lies here already with it. */
export async function sealInsideTo(
  { store, sealing }: Inside,
  { db, id }: Pick<Guest, 'db' | 'id'>,
  recoveryKey: string,
): Promise<void> {
  if (sealing.by?.recoveryKey === recoveryKey) return
  const sealer = await createSealer(recoveryKey, id).catch(() => null)
  if (sealer === null) return
  sealing.by = sealer
  // A disk that refuses is said by the next thing written; the next opening tries again.
  await shelf.sealInStep(db, store, sealer).catch(() => null)
}
