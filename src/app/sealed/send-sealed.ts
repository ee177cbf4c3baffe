import type { SealedLetter } from '#domain/sealed/letter.ts'
import type { Opener } from '#domain/sealed/opener.ts'
import type { Engine } from '#sync/engine/engine.ts'
import { dropLetter, layOpeners, readOpeners, readWaiting } from './sealed-shelf.ts'

/** Not asked again within this time, in milliseconds: who opens letters changes once in a season. */
const quietFor = 600_000

/**
 * After a good sync, whichever it was, asks who opens sealed letters and sends what waits. Every phone asks alike, so that
 * asking tells nothing. Returns how to stop.
 */
export function keepSealedMoving(engine: Engine, leads: () => boolean): () => void {
  let last = engine.contact().last
  let askedAt = 0
  return engine.listen(() => {
    const now = engine.contact().last
    if (now === last) return
    last = now
    if (now?.ok !== true || !leads()) return
    void sendSealed().catch(() => undefined)
    if (Date.now() - askedAt < quietFor) return
    askedAt = Date.now()
    void fetchOpeners()
      .catch(() => false)
      .then(came => {
        if (!came) askedAt = 0
      })
  })
}

async function fetchOpeners(): Promise<boolean> {
  const answer = await fetch('/api/sealed/openers', { cache: 'no-store' }).catch(() => null)
  if (answer?.ok !== true) return false
  const openers: readonly Opener[] | null = await answer.json().catch(() => null)
  if (openers === null) return false
  if (JSON.stringify(await readOpeners()) !== JSON.stringify(openers)) await layOpeners(openers)
  return true
}

/** Sends what waits; each leaves the shelf when the server has it, and may go twice without harm [S1]. */
export async function sendSealed(): Promise<void> {
  for (const letter of await readWaiting()) if (await post(letter)) await dropLetter(letter)
}

async function post(letter: SealedLetter): Promise<boolean> {
  const answer = await fetch('/api/sealed', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(letter),
  }).catch(() => null)
  return answer?.ok === true
}
