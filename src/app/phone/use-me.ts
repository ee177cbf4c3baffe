import type { Actor } from '#domain/access/grants.ts'
import { useSession } from '#app/sync/wuxin.tsx'

/** Who works at this device. Only for screens that are drawn while the session is open. */
export function useMe(): Actor {
  const session = useSession()
  if (session.is !== 'open') throw new Error('this screen is drawn only while the session is open')
  return session.actor
}
