import type { VillageCode, VisitId, VoiceId } from '#domain/base/ids.ts'
import type { PersonDatabase, VoiceOut } from '../store/database.ts'

/** The address of what still has to be told to the server. */
export type OutKey = { readonly village: VillageCode; readonly visit: VisitId; readonly voice: VoiceId }

export const outKey = ({ village, visit, voice }: OutKey): string => `${village}/${visit}/${voice}`

/** Where something belongs that still has to be told. */
export function addressOf(key: string): OutKey {
  const [village = '', visit = '', voice = ''] = key.split('/')
  // Keys are made by `outKey` alone.
  return { village, visit, voice } as unknown as OutKey
}

export async function readOut(db: PersonDatabase): Promise<ReadonlyMap<string, VoiceOut>> {
  const tx = db.transaction('voiceOut', 'readonly')
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()])
  return new Map(
    keys.flatMap((key, at) => {
      const one = values[at]
      return one === undefined ? [] : [[key, one] as const]
    }),
  )
}
