import { addDays, dayOf } from '#domain/base/days.ts'
import { voiceKeptForDays } from '#domain/visits/voice.ts'
import { toBase64 } from '../sealed/box.ts'
import type { VoiceOut } from '../store/database.ts'
import { eraseFar, sendVoice } from './send-voice.ts'
import { standingOf } from './standing.ts'
import { addressOf, outKey, type OutKey } from './voice-out.ts'
import { readPieces, type VoiceKept } from './voice-shelf.ts'
import { isTold, type VoicesHere } from './voices-here.ts'

/**
 * After a good sync, sends what can be sent and takes away what may not lie here any more. Gives how to do so at once; one
 * at a time, and only while this tab leads [S20].
 */
export function keepVoicesMoving(here: VoicesHere, leads: () => boolean): () => Promise<void> {
  const { engine, closed } = here
  let running: Promise<void> | null = null
  const moveOn = (): Promise<void> => {
    if (!leads() || closed.signal.aborted) return Promise.resolve()
    running ??= tidy(here)
      .then(() => sendWhatCan(here, leads))
      // A disk that refuses is said by the next thing written; it is tried again after the next sync.
      .catch(() => undefined)
      .finally(() => (running = null))
    return running
  }
  let last = engine.contact().last
  const stop = engine.listen(() => {
    const now = engine.contact().last
    if (now === last) return
    last = now
    if (now?.ok === true) void moveOn()
  })
  closed.signal.addEventListener('abort', stop)
  if (last?.ok === true) void moveOn()
  return moveOn
}

/** Takes away what may not lie here any more [S13] [S15], and offers again what a restore may have forgotten [S6]. */
async function tidy(here: VoicesHere): Promise<void> {
  const { epoch } = here.engine.state().facts
  for (const kept of here.read().kept.values()) {
    const key = outKey(kept)
    if (isOver(here, kept)) await take(here, key, kept.voice)
    else if (isTold(kept) && epoch !== null && kept.receivedIn !== epoch) {
      const value: VoiceOut = { is: 'send', sealed: await here.sealFacts(kept), spokenAt: kept.spokenAt }
      await here.commit({
        kept: { voice: kept.voice, value: { ...kept, receivedIn: null } },
        out: [{ key, value }],
      })
    }
  }
}

/** The family was erased; or the server has it, and its village is not this phone's any more, or its days are over. */
function isOver({ engine }: VoicesHere, kept: VoiceKept): boolean {
  const held = engine.state().villages.get(kept.village)
  if (held?.replica.households.get(kept.household)?.erased !== undefined) return true
  const oldest = addDays(dayOf(engine.now()), -voiceKeptForDays)
  return isTold(kept) && (held === undefined || dayOf(kept.spokenAt) < oldest)
}

const take = (here: VoicesHere, key: string, voice: VoiceKept['voice']): Promise<void> =>
  here.commit({ kept: { voice, value: null }, out: [{ key, value: null }], unheard: voice })

async function sendWhatCan(here: VoicesHere, leads: () => boolean): Promise<void> {
  const { engine, closed } = here
  const as = engine.state().facts.actor.id
  for (const [key, one] of here.out.now()) {
    if (closed.signal.aborted || !leads()) return
    const address = addressOf(key)
    if (one.is === 'erase') {
      if (await eraseFar(address, as, closed.signal)) await here.commit({ out: [{ key, value: null }] })
    } else if (one.is === 'send') {
      const standing = standingOf(engine.state(), address.village, address.visit)
      if (standing === 'can-be-sent') await sendOne(here, address, one)
    }
  }
}

/** Nothing here is believed received but by the server's word [S2]. */
async function sendOne(
  here: VoicesHere,
  address: OutKey,
  one: Extract<VoiceOut, { is: 'send' }>,
): Promise<void> {
  const { voice } = address
  const key = outKey(address)
  const kept = here.read().kept.get(voice)
  const of = here.read().pieces.get(voice) ?? 0
  const sealed = one.sealed ?? (kept === undefined ? null : await here.sealFacts(kept))
  // The phone died before a second was over, or nobody can open any more what was said.
  if (of === 0 || (sealed === null && kept === undefined)) return take(here, key, voice)
  if (sealed === null) return
  const sent = await sendVoice(
    { ...address, sealed: toBase64(sealed), of },
    {
      as: here.engine.state().facts.actor.id,
      pieces: (from, most) => readPieces(here.db, voice, from, most),
      signal: here.closed.signal,
    },
  )
  if (sent === 'later') return
  if (sent === 'declined')
    return here.commit({ out: [{ key, value: { is: 'declined', spokenAt: one.spokenAt } }] })
  // After a forgotten PIN this phone cannot open it any more: the server's is the only one to be heard.
  if (sent === 'erased' || kept === undefined) return take(here, key, voice)
  const receivedIn = here.engine.state().facts.epoch ?? ''
  await here.commit({ kept: { voice, value: { ...kept, receivedIn } }, out: [{ key, value: null }] })
}
