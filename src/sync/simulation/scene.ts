import type { Actor } from '#domain/access/grants.ts'
import { dayOf, instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { asId, type ChangeId, type PersonId, type VillageCode } from '#domain/base/ids.ts'
import type { Change, Recorded } from '../change.ts'
import { villageLogOf, type LogState } from '../log/memory-log.ts'
import type { Transport } from '../engine/transport.ts'
import type { SyncAnswer1 } from '../wire-1.ts'
import type { SyncAnswer } from '../wire.ts'
import { register } from './acts.ts'
import type { FarEnd } from './air.ts'
import { devices, families, online, people, theHost, villageNames, villages, zhouMin } from './cast.ts'
import { lookAtMove, noteForgotten } from './looks.ts'
import { createPhone, type Around, type Phone } from './phone.ts'
import type { Sabotage } from './sabotage.ts'
import type { Asked, PostedAny, ServerFate, SimulatedServer } from './simulated-server.ts'
import type { Life } from './step.ts'
import { createWitness, type Witness } from './witness.ts'

/** Everything a life is played with. */
export type Scene = {
  readonly server: SimulatedServer
  readonly witness: Witness
  readonly phones: readonly Phone[]
  readonly actors: Map<PersonId, Actor>
  readonly now: () => Instant
  readonly pass: (minutes: number) => void
  readonly newId: (from: string) => ChangeId
  /** Takes a request to the server, the witness looking on. */
  readonly far: FarEnd
  /** The backups of the history that goes on, and when each was made. */
  readonly backups: { readonly at: Instant; readonly backup: number }[]
  /** Ends the life where something was seen to be wrong while a request was under way. */
  readonly endIfSeen: () => void
  /** A line of the story. */
  readonly say: (line: string) => void
}

export type Playing = {
  readonly server: SimulatedServer
  /** Everybody with the grants of now. */
  readonly actors: Map<PersonId, Actor>
  readonly sabotage: Sabotage
  readonly say: (line: string) => void
  /** Undoes how the server packs its snapshots. */
  readonly unzip: Transport['unzip']
}

export async function setScene(
  life: Life,
  { server: given, actors, sabotage, say, unzip }: Playing,
): Promise<Scene> {
  const server = sabotage.server?.(given) ?? given
  const witness = await createWitness(server, person => actors.get(person))
  let now = life.begins
  let made = 0
  let seen: unknown = null
  const far: FarEnd = {
    unzip,
    actorOf: person => actors.get(asId<PersonId>(person)) ?? null,
    receive: async (asked, actor, fate) => {
      try {
        return await receive({ server, witness, unzip }, { asked, actor, fate, now })
      } catch (fault) {
        // An engine takes every fault on the way for trouble of the server; the life ends with it all the same.
        seen ??= fault
        throw fault
      }
    },
  }
  const phones: Phone[] = []
  const watch: Around['watch'] = (name, before, after) => {
    noteForgotten(name, before, after, witness)
    try {
      lookAtMove(before, after, witness)
    } catch (fault) {
      seen ??= fault
    }
  }
  for (const at of life.devices) {
    const device = devices[at]
    if (device === undefined) continue
    const around = {
      now: () => now,
      far,
      tabs: life.tabs,
      isOlderApp: life.olderApps.includes(at),
      sabotage,
      watch,
    }
    phones.push(await createPhone(device.name, device.person, around))
  }
  return {
    server,
    witness,
    phones,
    actors,
    now: () => now,
    pass: minutes => {
      now = instantOf(millisecondsOf(now) + minutes * 60_000)
    },
    newId: from => asId<ChangeId>(`${from}-${String((made += 1)).padStart(4, '0')}w`),
    far,
    backups: [],
    endIfSeen: () => {
      if (seen !== null) throw seen
    },
    say,
  }
}

/** A device's person with the grants of now. */
export const actorOf = ({ actors }: Scene, { person }: Phone): Actor => actors.get(person.id) ?? person

type Receiver = {
  readonly server: SimulatedServer
  readonly witness: Witness
  readonly unzip: Transport['unzip']
}

/** All that an answer says, what is packed in it too. */
async function textOf(answer: SyncAnswer | SyncAnswer1, unzip: Transport['unzip']): Promise<string> {
  const texts = [JSON.stringify(answer)]
  for (const { answer: told } of answer.villages)
    if (told.is === 'snapshot')
      for (const part of 'parts' in told ? told.parts : [told.gzip]) texts.push(await unzip(part))
  return texts.join('\n')
}

type Receiving = {
  readonly asked: Asked
  readonly actor: Actor
  readonly fate: ServerFate
  readonly now: Instant
}

async function receive(
  { server, witness, unzip }: Receiver,
  { asked, actor, fate, now }: Receiving,
): Promise<PostedAny> {
  const posted = await server.answer(asked, { actor, now, fate })
  await witness.look({ actor, now })
  if (!posted.ok) for (const { change } of asked.changes) witness.unheard.add(change.id)
  if (posted.ok)
    witness.hear(
      { asked, verdicts: posted.answer.verdicts, text: await textOf(posted.answer, unzip) },
      { actor, now },
    )
  return posted
}

/** Everybody, with the grants they begin with. */
export const castNow = (): Map<PersonId, Actor> =>
  new Map([...people, ...online, theHost].map(actor => [actor.id, actor]))

/** The server as every life finds it: the villages, with their families registered by the office. */
export const firstState = (now: Instant): LogState => ({
  epoch: 'epoch-1',
  refusals: [],
  villages: new Map(
    villages.map(code => [code, villageLogOf(villageNames.get(code) ?? code, firstLog(code, now))]),
  ),
})

/** The log of a village as every life finds it. */
export const firstLog = (code: VillageCode, now: Instant): readonly Recorded[] =>
  families
    .filter(({ village }) => village === code)
    .map((family, at): Recorded => {
      const id = asId<ChangeId>(`register-${code}-${at}`)
      const act = register({ family, id, today: dayOf(now), what: 0, few: 0, shown: null, as: null })
      // An act with its time is a change; the spread loses sight of the union.
      const change = { ...act, id, happenedAt: now, after: [] } as Change
      const author = { id: zhouMin.id, name: zhouMin.name, role: 'office' as const }
      return { seq: at + 1, change, author, receivedAt: now }
    })
