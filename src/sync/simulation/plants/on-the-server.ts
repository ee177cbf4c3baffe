import { holdsOn, type Actor, type Grant } from '#domain/access/grants.ts'
import { asDay, dayOf } from '#domain/base/days.ts'
import type { SyncAnswer } from '../../wire.ts'
import type { Verdict } from '../../outbox.ts'
import type { PostedAny, SimulatedServer } from '../simulated-server.ts'
import type { Sabotage } from '../sabotage.ts'
import type { Plant } from './plant.ts'

/** Faults in how the server takes in and answers. */
export const plantsOnTheServer: readonly Plant[] = [
  {
    name: 'judge-other-epoch',
    breaks: 'The server judges changes of a device that has not yet offered again what a restore forgot.',
    rule: 'S6',
    within: 200,
    sabotage: () =>
      answering(async (server, asked, arrival) =>
        server.answer({ ...asked, epoch: asked.epoch === null ? null : await server.epoch() }, arrival),
      ),
  },
  {
    name: 'grants-of-now',
    breaks: 'A change is judged by the grants of now instead of the day it happened.',
    rule: 'S12',
    within: 400,
    sabotage: () =>
      answering((server, asked, arrival) =>
        server.answer(asked, { ...arrival, actor: asOfNow(arrival.actor, dayOf(arrival.now)) }),
      ),
  },
  {
    name: 'bad-one-spoils-batch',
    breaks: 'What comes after a refused change in the same batch is refused as well.',
    rule: 'S4',
    within: 50,
    sabotage: () =>
      answering(async (server, asked, arrival) => {
        const changes: (typeof asked.changes)[number][] = []
        const spoilt: Verdict[] = []
        let isSpoilt = false
        for (const one of asked.changes) {
          if (isSpoilt) spoilt.push({ id: one.change.id, ok: false, because: 'broken-change' })
          else changes.push(one)
          const posted: PostedAny | null = isSpoilt
            ? null
            : await server.answer({ ...asked, changes: [one] }, arrival)
          isSpoilt ||= posted?.ok === true && posted.answer.verdicts.some(({ ok }) => !ok)
        }
        const posted = await server.answer({ ...asked, changes }, arrival)
        if (!posted.ok || posted.answer.verdicts.length === 0) return posted
        return { ok: true, answer: { ...posted.answer, verdicts: [...posted.answer.verdicts, ...spoilt] } }
      }),
  },
  {
    name: 'depends-not-looked-at',
    breaks: 'A change is taken up though what it builds on was refused.',
    rule: 'S4',
    within: 400,
    sabotage: () =>
      answering((server, asked, arrival) =>
        server.answer(
          { ...asked, changes: asked.changes.map(one => ({ ...one, change: { ...one.change, after: [] } })) },
          arrival,
        ),
      ),
  },
  {
    name: 'cadre-sees-all',
    breaks: 'A village cadre is sent the households as the team sees them.',
    rule: 'S14',
    within: 50,
    sabotage: () =>
      answering(async (server, asked, arrival) => {
        const posted = await server.answer(asked, arrival)
        if (!posted.ok) return posted
        const villages = []
        for (const news of posted.answer.villages) {
          const all = news.audience === 'cadre' && news.answer.is === 'states'
          villages.push(
            all && news.answer.is === 'states'
              ? { ...news, answer: { ...news.answer, households: await server.households(news.code) } }
              : news,
          )
        }
        // Each news is of the wire it came in.
        return { ok: true, answer: { ...posted.answer, villages } as SyncAnswer }
      }),
  },
]

const answering = (
  answer: (
    server: SimulatedServer,
    ...asked: Parameters<SimulatedServer['answer']>
  ) => ReturnType<SimulatedServer['answer']>,
): Sabotage => ({
  server: server => ({ ...server, answer: (asked, arrival) => answer(server, asked, arrival) }),
})

const asOfNow = (actor: Actor, today: Grant['from']): Actor => ({
  ...actor,
  grants: actor.grants
    .filter(grant => holdsOn(grant, today))
    .map(grant => ({ ...grant, from: asDay('2000-01-01') })),
})
