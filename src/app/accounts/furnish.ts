import type { Actor } from '#domain/access/grants.ts'
import type { DeviceId } from '#domain/base/ids.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { createIndexedDbStore } from '../store/indexed-db-store.ts'
import * as shelf from '../store/rescue-shelf.ts'
import { createSealer } from '../store/sealer.ts'
import { newId } from '../sync/new-id.ts'
import type { Guest } from './guest.ts'
import { nothingHeld, takenBack } from './take-back.ts'
import { makeVault } from './vault.ts'

/**
 * A new vault with a device in it, and what came back from the server. The old key is dropped first; what lay sealed
 * goes last, when everything the server said of it is on the disk [S2].
 */
export async function furnish(
  { db, actor, recoveryKey, words }: Guest & { actor: Actor },
  pin: string,
): Promise<CryptoKey> {
  await shelf.clearSealed(db)
  if (recoveryKey !== null) await shelf.keepRecovery(db, { recoveryKey })
  const key = await makeVault(db, pin)
  const sealer = recoveryKey === null ? null : await createSealer(recoveryKey, actor.id)
  const back = takenBack(words ?? [], nothingHeld)
  const value = newDeviceFacts(newId<DeviceId>(), actor)
  const store = createIndexedDbStore(db, key, () => sealer)
  await store.commit([{ put: 'device', key: deviceKey, value }, ...back])
  const again = new Set(back.flatMap(write => ('put' in write ? shelf.rescueKey(write.put, write.key) : [])))
  await shelf.forgetRescue(
    db,
    (words ?? []).flatMap(({ key }) => (again.has(key) ? [] : key)),
  )
  return key
}
