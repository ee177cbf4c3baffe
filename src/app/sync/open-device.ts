import { dayOf, instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import type { ChangeId, HouseholdId, OpeningId, VisitId } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Act, Written } from '#sync/engine/act.ts'
import { clockOff } from '#sync/engine/clock.ts'
import type { Contact, Engine } from '#sync/engine/engine.ts'
import type { Mended } from '#sync/engine/mend.ts'
import { keyOfPlace, type CatalogueKept, type HandingKept } from '#sync/engine/store.ts'
import type { ForReview } from '#sync/outbox.ts'
import type { Opening } from '#sync/wire.ts'
import { keepNewestCatalogues } from '../catalogues/keep-newest.ts'
import { keepSealedMoving } from '../sealed/send-sealed.ts'
import type { Unsent } from '../store/rescue-shelf.ts'
import { voicesWaiting } from '../voices/standing.ts'
import type { Voices } from '../voices/voices.ts'
import { fetchVoices, visitRecordedBy } from '../voices/fetch-voices.ts'
import type { VoiceGround } from '../voices/voices-here.ts'
import { noteKept } from './kept-mark.ts'
import { createDrafts, type DraftSeen } from './drafts.ts'
import { startLeading } from './leading.ts'
import { newId } from './new-id.ts'
import { listenToTabs, takeTurnsLeading, type TabWord } from './tabs.ts'
import { sameTruth, truthOf, type Truth } from './truth.ts'
import { createVillageViews, type VillageView } from './views.ts'
import { computed, settable, type Watched } from './watched.ts'

/** What is open on this device while somebody works: all of it in memory, all of it on disk, encrypted. */
export type OpenDevice = {
  readonly villages: Watched<readonly VillageView[]>
  readonly truth: Watched<Truth>
  /** The time, put right by what the server's clock said [S18]. */
  readonly now: () => Instant
  /** Whether this device's clock is so far off that a person should set it. */
  readonly clock: Watched<'ahead' | 'behind' | null>
  readonly refused: Watched<readonly ForReview[]>
  readonly write: (acts: readonly Act[]) => Promise<Written<readonly ChangeId[]>>
  readonly discard: (id: ChangeId) => Promise<void>
  readonly resend: (id: ChangeId, mendedBody?: Mended) => Promise<Written<ChangeId>>
  /** Hands a refused change to a colleague; it leaves review when the server has said so [S5]. */
  readonly handOver: (id: ChangeId, to: PersonNamed) => Promise<{ readonly ok: boolean }>
  /** Refused changes on their way to a colleague, by id. */
  readonly handing: Watched<ReadonlyMap<string, HandingKept>>
  /** All drafts on the disk, by key. */
  readonly drafts: Watched<ReadonlyMap<string, string>>
  readonly draft: (key: string) => Watched<DraftSeen>
  readonly setDraft: (key: string, text: string) => void
  /** The stories on this device, by visit; those still waiting among them. */
  readonly diaries: Watched<ReadonlyMap<VisitId, string>>
  /** What the office has edited, as far as it has come here. */
  readonly catalogues: Watched<ReadonlyMap<string, CatalogueKept>>
  readonly noteOpening: (household: HouseholdId, why: Opening['why']) => void
  /** The voice notes on this device; fetched when they are first asked for, or when some wait to be sent. */
  readonly voices: () => Promise<Voices>
  readonly syncNow: () => Promise<void>
  /** Everything that would be lost with this device, from memory: what the disk did not take is among it [S21]. */
  readonly unsent: () => Unsent
  /** Saves what lies in memory only; whether the disk has all of it then. */
  readonly settle: () => Promise<boolean>
  /** Tells the other tabs that what was kept here is being taken away. */
  readonly sayGone: () => void
  readonly close: () => void
}

/** An opening of the same household for the same reason within this time is the same opening, in milliseconds. */
const sameOpening = 600_000

/** What a device is opened with. `gone`: called when it was taken away. */
type Around = {
  readonly voices: VoiceGround
  readonly online: Watched<boolean>
  readonly gone: () => void
}

/** Opens the device for the screens: syncing in one tab, the same state in all [S20]. */
export function openDevice(engine: Engine, { voices: ground, online, gone }: Around): OpenDevice {
  const person = engine.state().facts.actor.id
  const heard = settable<Contact | null>(null)
  let leading: ReturnType<typeof startLeading> | null = null

  const hear = (word: TabWord): void => {
    if (word.is === 'gone') return gone()
    if (word.is === 'contact') return heard.set(leading === null ? word.contact : null)
    if (word.is === 'sync-please') return void leading?.sync()
    void engine.reload().then(() => (word.is === 'written' ? leading?.sync() : undefined))
  }
  const tabs = listenToTabs(person, hear)
  const stepDown = takeTurnsLeading(person, () => {
    heard.set(null)
    const started = startLeading(engine)
    leading = started
    return () => {
      leading = null
      started.stop()
    }
  })
  const stopAsking = keepNewestCatalogues(engine, () => leading !== null)
  const stopSealed = keepSealedMoving(engine, () => leading !== null)
  const voices = fetchVoices(engine, ground, () => leading !== null)
  const stopTelling = tellTabs(engine, () => leading !== null, tabs.say)

  const drafts = createDrafts(engine)
  const flushHidden = (): void => void drafts.flush()
  document.addEventListener('visibilitychange', flushHidden)
  window.addEventListener('pagehide', flushHidden)

  async function syncNow(): Promise<void> {
    if (leading === null) tabs.say({ is: 'sync-please' })
    else await leading.sync()
  }
  function written<T>(answer: Written<T>): Written<T> {
    if (!answer.ok) return answer
    tabs.say({ is: 'written' })
    void leading?.sync()
    return answer
  }

  const stopMarking = markKept(engine)
  const views = createVillageViews()
  const listenAll = (told: () => void) => {
    const watched = [heard, online, drafts.lost, ground.out]
    const stops = [engine.listen(told), ...watched.map(one => one.watch(told))]
    return () => stops.forEach(stop => stop())
  }
  const tellTruth = (): Truth =>
    truthOf({
      state: engine.state(),
      contact: heard.now() ?? engine.contact(),
      online: online.now(),
      draftLost: drafts.lost.now(),
      voices: voicesWaiting(engine.state(), ground.out.now()),
      today: dayOf(engine.now()),
    })
  let truth = tellTruth()
  return {
    villages: computed(engine.listen, () => views(engine.state())),
    truth: computed(listenAll, () => {
      const now = tellTruth()
      if (!sameTruth(now, truth)) truth = now
      return truth
    }),
    now: engine.now,
    clock: computed(engine.listen, () => clockOff(engine.state().facts.clock)),
    refused: computed(engine.listen, () => engine.state().outbox.forReview),
    write: async acts =>
      written(
        await drafts.during(
          acts.flatMap(({ draft }) => draft ?? []),
          () => engine.write(acts),
        ),
      ),
    discard: async id => {
      const visit = visitRecordedBy(engine, id)
      await engine.discard(id)
      tabs.say({ is: 'moved' })
      if (visit !== null) await (await voices.open()).dropOf(visit)
    },
    resend: async (id, mendedBody) => {
      const visit = visitRecordedBy(engine, id)
      const answer = written(await engine.resend(id, mendedBody ?? null))
      const moved =
        mendedBody !== undefined && mendedBody !== null && 'visit' in mendedBody ? mendedBody.visit : null
      if (answer.ok && visit !== null && moved !== null && moved !== visit)
        await (await voices.open()).move(visit, moved)
      return answer
    },
    handOver: async (id, to) => {
      const begun = await engine.handOver(id, to)
      if (begun.ok) tabs.say({ is: 'written' })
      void leading?.sync()
      return begun
    },
    handing: computed(engine.listen, () => engine.state().handing),
    drafts: computed(engine.listen, () => engine.state().drafts),
    draft: drafts.of,
    setDraft: drafts.set,
    diaries: diariesIn(engine),
    catalogues: computed(engine.listen, () => engine.state().catalogues),
    noteOpening: createOpenings(engine),
    voices: voices.open,
    syncNow,
    unsent: () => unsentIn(engine, drafts.unsaved()),
    settle: drafts.flush,
    sayGone: () => tabs.say({ is: 'gone' }),
    close: () => {
      void drafts.flush()
      stepDown()
      stopTelling()
      stopAsking()
      stopSealed()
      voices.stop()
      stopMarking()
      tabs.close()
      document.removeEventListener('visibilitychange', flushHidden)
      window.removeEventListener('pagehide', flushHidden)
    },
  }
}

/** Tells the other tabs what this tab's syncing has moved on the disk, and how the talk goes. */
function tellTabs(engine: Engine, leads: () => boolean, say: (word: TabWord) => void): () => void {
  let state = engine.state()
  let contact = engine.contact()
  return engine.listen(() => {
    if (leads() && engine.contact() !== contact) say({ is: 'contact', contact: engine.contact() })
    if (leads() && engine.state() !== state) say({ is: 'moved' })
    state = engine.state()
    contact = engine.contact()
  })
}

/** Keeps the mark of what lies here up to date, so that a cleared browser can be told from a new one [S21]. */
function markKept(engine: Engine): () => void {
  const countsNow = () => {
    const { outbox, drafts } = engine.state()
    return { waiting: outbox.waiting.length + outbox.forReview.length, drafts: drafts.size }
  }
  let counts = countsNow()
  const { id } = engine.state().facts.actor
  noteKept(id, counts)
  return engine.listen(() => {
    const now = countsNow()
    if (now.waiting === counts.waiting && now.drafts === counts.drafts) return
    counts = now
    noteKept(id, counts)
  })
}

function unsentIn(engine: Engine, unsaved: ReadonlyMap<string, string>): Unsent {
  const { outbox, drafts } = engine.state()
  const texts = [...new Map([...drafts, ...unsaved])].filter(([, text]) => text !== '')
  return {
    outbox: new Map(outbox.waiting.map(one => [keyOfPlace(one), one])),
    review: new Map(outbox.forReview.map(one => [one.change.id, one])),
    drafts: new Map(texts.map(([key, text]) => [key, { text }])),
  }
}

function diariesIn(engine: Engine): Watched<ReadonlyMap<VisitId, string>> {
  let from = engine.state()
  let stories = storiesIn(engine)
  return computed(engine.listen, () => {
    const now = engine.state()
    if (now.diaries !== from.diaries || now.outbox !== from.outbox) stories = storiesIn(engine)
    from = now
    return stories
  })
}

function storiesIn(engine: Engine): ReadonlyMap<VisitId, string> {
  const { diaries, outbox } = engine.state()
  const stories = new Map([...diaries.values()].map(({ visit, text }) => [visit, text]))
  for (const { change, diary } of [...outbox.forReview, ...outbox.waiting])
    if (change.kind === 'visit.record' && diary !== null) stories.set(change.body.visit, diary)
  return stories
}

function createOpenings(engine: Engine): OpenDevice['noteOpening'] {
  const noted = new Map<string, number>()
  return (household, why) => {
    const at = millisecondsOf(engine.now())
    const key = `${why} ${household}`
    const village = [...engine.state().villages.values()].find(({ replica }) =>
      replica.households.has(household),
    )
    if (village === undefined || at - (noted.get(key) ?? 0) < sameOpening) return
    noted.set(key, at)
    const { code } = village.facts
    void engine.keepOpening({
      id: newId<OpeningId>(),
      village: code,
      household,
      why,
      openedAt: instantOf(at),
    })
  }
}
