import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { id } from '#domain/base/fields.schema.ts'
import { asId, parseId, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import { presentForWire } from '#sync/log/older-wire.ts'
import { syncRequest, syncRequest1, type SyncRequestParsed } from '#sync/wire.schema.ts'
import { signedIn } from '../accounts/actor.ts'
import { keepDevice, meetDevice } from '../devices/keep.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { packOnceAtATime } from '../log/packing.ts'
import { answerSync } from './answer.ts'
import { partsOf, sendPacked } from './packed-answer.ts'
import { refusalOfWire } from './wire-version.ts'

/** What one round trip may bring: eight megabytes, unpacked. */
const largestSync = 8 * 1024 * 1024

const spoken = z.looseObject({ wire: z.int(), device: z.optional(z.unknown()) })

/**
 * One round trip of a device: takes in what it wrote and gives what it has not seen. The answer is whole or there is
 * none; what was taken in before a fault is known at the next try and taken in once [S1] [S17].
 */
export function syncRoutes(app: App, context: Context): void {
  const around = { ...context, packing: packOnceAtATime() }
  app.post('/api/sync', { bodyLimit: largestSync }, async (request, reply) => {
    const wire = spoken.safeParse(request.body)
    if (!wire.success) return answerRefused(reply, 'broken-request')
    const who = await signedIn(context, request, reply)
    const meant = personMeant(request)
    const device = id<DeviceId>().safeParse(wire.data.device).data
    // First of all: a revoked device has to hear it, with whatever app and whoever is signed in on it.
    const met = device === undefined ? null : await meetDevice(context.db, { device, meant, who })
    if (met === 'revoked') return answerRefused(reply, 'device-revoked')
    const unspoken = refusalOfWire(wire.data.wire)
    if (unspoken !== null) return answerRefused(reply, unspoken)
    if (who === null) return answerRefused(reply, 'not-signed-in')
    if (meant !== null && meant !== who.actor.id) return answerRefused(reply, 'another-person')
    const asked = readRequest(request.body, wire.data.wire)
    if (asked === null) return answerRefused(reply, 'broken-request')
    const answer = await answerSync(around, who.actor, asked, wire.data.wire)
    const { verdicts, now } = answer
    const report = wire.data.wire === 1 ? null : asked.report
    await keepDevice(context.db, { device: asked.device, who, report, verdicts, now }, met)
    return sendPacked(request, reply, presentForWire(answer, wire.data.wire), partsOf(answer))
  })
}

/** The request in today's shape, whichever wire it came over [S19]; null where it has no shape of that wire. */
function readRequest(body: unknown, wire: number): SyncRequestParsed | null {
  if (wire !== 1) return syncRequest.safeParse(body).data ?? null
  const { data } = syncRequest1.safeParse(body)
  if (data === undefined) return null
  const villages = data.villages.map(cursor => ({ ...cursor, parts: null }))
  const report = { app: '', waiting: 0, oldestAt: null, forReview: 0, notStored: false }
  return { ...data, wire: 2, villages, room: largestSync, report, handOver: [], taken: [] }
}

/** Whose changes these are, the device says: a session of somebody else on the same browser must not sign them [S12]. */
function personMeant({ headers }: FastifyRequest): PersonId | null {
  const meant = headers['x-wuxin-person']
  return meant === undefined ? null : (parseId<PersonId>(String(meant)) ?? nobody)
}

const nobody = asId<PersonId>('nobody-of-this-campaign')
