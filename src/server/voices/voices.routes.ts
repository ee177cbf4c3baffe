import type { FastifyReply } from 'fastify'
import { mayHearVoice } from '#domain/access/may-see.ts'
import { visitAt, voiceAt, voiceRecord, voiceSent } from '#sync/voice.schema.ts'
import type { VoiceFacts, VoiceHeard, VoiceSent, VoicesOfVisit } from '#sync/voice.ts'
import type { Db } from '../db/database.ts'
import { type Asked, forThose } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { openRecord } from '../rescue/open-sealed.ts'
import { openingKeyOf } from '../rescue/recovery-key.ts'
import { takeVoice } from './take-voice.ts'
import { countPieces, deleteVoice, selectPieces, selectVoices } from './voices.sql.ts'

/** What one step of sending may bring: four megabytes. */
const largestStep = 4 * 1024 * 1024

/**
 * Voice notes [H8]: sent in steps, heard and deleted by the one who spoke them. Nobody else gets any, not even the word
 * that there is one.
 */
export function voiceRoutes(app: App, context: Context): void {
  const { db } = context
  app.post(
    '/api/voices',
    { bodyLimit: largestStep },
    forThose(context, anybody, asked => take(db, asked)),
  )
  app.get(
    '/api/voices/:village/:visit',
    forThose(context, anybody, asked => list(db, asked)),
  )
  app.get(
    '/api/voices/:village/:visit/:voice',
    forThose(context, anybody, asked => hear(db, asked)),
  )
  app.delete(
    '/api/voices/:village/:visit/:voice',
    forThose(context, anybody, asked => erase(db, asked)),
  )
}

const anybody = (): boolean => true

async function take(db: Db, { request, reply, actor, now }: Asked): Promise<unknown> {
  // A session of somebody else on the same browser must not send this person's words [S12].
  if (isOfAnother({ request, actor })) return answerRefused(reply, 'another-person')
  const read = voiceSent.safeParse(request.body)
  if (!read.success) return answerRefused(reply, 'broken-request')
  const opened = await openVoice(db, read.data.sealed)
  if (opened === null || opened.from !== actor.id || !isAbout(opened.value, read.data))
    return answerRefused(reply, 'broken-request')
  const done = await takeVoice(db, read.data, { facts: opened.value, author: actor.id, now })
  return done.ok ? done.taken : answerRefused(reply, done.because)
}

async function list(db: Db, { request, reply, actor, today }: Asked): Promise<unknown> {
  const read = visitAt.safeParse(request.params)
  if (!read.success) return answerRefused(reply, 'not-found')
  const { village, visit } = read.data
  if (!mayHearVoice(actor, actor.id, village, today)) return { voices: [] } satisfies VoicesOfVisit
  const rows = await selectVoices(db, { village, visit, author: actor.id })
  const whole = await Promise.all(
    rows.map(async row => (await countPieces(db, row.village_code, row.voice_id)) === row.pieces),
  )
  return {
    voices: rows.flatMap(({ voice_id, pieces }, at) => (whole[at] ? [{ voice: voice_id, pieces }] : [])),
  } satisfies VoicesOfVisit
}

async function hear(db: Db, { request, reply, actor, today }: Asked): Promise<VoiceHeard | FastifyReply> {
  const read = voiceAt.safeParse(request.params)
  if (!read.success) return answerRefused(reply, 'not-found')
  const { village, visit, voice } = read.data
  const rows = await selectVoices(db, { village, visit, author: actor.id })
  const row = rows.find(one => one.voice_id === voice)
  if (row === undefined || !mayHearVoice(actor, row.author_id, village, today))
    return answerRefused(reply, 'not-found')
  const opened = await openVoice(db, row.sealed.toString('base64'))
  if (opened === null) return answerRefused(reply, 'not-found')
  const pieces = await selectPieces(db, village, voice)
  const { mime, key } = opened.value
  return { mime, key, pieces: pieces.map(({ sealed }) => sealed.toString('base64')) }
}

/** Gone afterwards, whether it was there or not. */
async function erase(db: Db, { request, reply, actor }: Asked): Promise<unknown> {
  if (isOfAnother({ request, actor })) return answerRefused(reply, 'another-person')
  const read = voiceAt.safeParse(request.params)
  if (!read.success) return answerRefused(reply, 'not-found')
  await deleteVoice(db, { village: read.data.village, voice: read.data.voice, author: actor.id })
  return { erased: true }
}

function isOfAnother({ request, actor }: Pick<Asked, 'request' | 'actor'>): boolean {
  const meant = request.headers['x-wuxin-person']
  return meant !== undefined && meant !== actor.id
}

async function openVoice(db: Db, sealed: string) {
  const record = await openRecord(await openingKeyOf(db), sealed)
  return voiceRecord.safeParse(record).data ?? null
}

const isAbout = (facts: VoiceFacts, sent: VoiceSent): boolean =>
  facts.village === sent.village && facts.visit === sent.visit && facts.voice === sent.voice
