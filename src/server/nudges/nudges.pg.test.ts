import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type VillageCode } from '#domain/base/ids.ts'
import { register } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage, zhouMin } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'
import { cuttable } from '#test/server/cuttable.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import { endSessions } from '../accounts/people.ts'
import type { Context } from '../http/context.ts'
import { append } from '../log/append.ts'
import { nudgeRoutesEvery } from './nudges.routes.ts'

let campaign: t.Campaign
let app: FastifyInstance
let person: Awaited<ReturnType<typeof t.enlist>>
beforeEach(async () => {
  campaign = await t.startCampaign()
  person = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  await t.makeTeam(campaign, [person], [gaoqiao])
})
afterEach(async () => {
  await app.close()
  await campaign.end()
})

async function listen(context: Partial<Context> = {}): Promise<string> {
  app = Fastify()
  nudgeRoutesEvery(30)(app, { ...campaign.context, ...context })
  return app.listen({ port: 0, host: '127.0.0.1' })
}

/** A device that listens: the messages one after the other; null when the stream has ended. */
async function device(address: string, cookie: string) {
  const answer = await fetch(`${address}/api/nudges`, { headers: { cookie } })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    async next(): Promise<unknown> {
      for (;;) {
        const found = /^(?:: [^\n]*\n\n)*data: ([^\n]*)\n\n/.exec(text)
        if (found !== null) {
          text = text.slice(found[0].length)
          return JSON.parse(found[1] ?? '')
        }
        const read = await reader?.read()
        if (read === undefined || read.done) return null
        text += read.value
      }
    },
  }
}

const move = (village: VillageCode) =>
  append(campaign.context.db, village, [{ change: register({ village }), diary: null }], {
    actor: {
      ...zhouMin,
      grants: [{ is: 'area', prefix: '42', from: zhouMin.grants[0]?.from as never, until: null }],
    },
    device: asId('device-0001'),
    now: campaign.now,
  })

/** Passes over "anything may have moved", which is said at the beginning and after each new connection. */
async function nextVillage(listening: { next(): Promise<unknown> }): Promise<unknown> {
  for (;;) {
    const said = await listening.next()
    if (said === null || (said as { village: unknown }).village !== null) return said
  }
}

test('a device hears at once that a village of its own has moved, and nothing of others', async () => {
  const listening = await device(await listen(), await t.signIn(campaign, 'visitor'))
  expect([listening.status, listening.type]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(await listening.next()).toEqual({ village: null })
  // Once the database is listened to, the stream says again that anything may have moved.
  expect(await listening.next()).toEqual({ village: null })
  await move(otherVillage)
  await move(gaoqiao)
  expect(await nextVillage(listening)).toEqual({ village: gaoqiao, head: 1 })
})

test('nobody listens without a session, and a stream ends with its session', async () => {
  const address = await listen()
  expect((await device(address, '')).status).toBe(401)
  const listening = await device(address, await t.signIn(campaign, 'visitor'))
  await endSessions(campaign.context, person)
  expect(await nextVillage(listening)).toBeNull()
})

test('a task given while a stream is open counts on it', async () => {
  const listening = await device(await listen(), await t.signIn(campaign, 'visitor'))
  await listening.next()
  await listening.next()
  await t.makeTeam(campaign, [person], [otherVillage])
  const heard = nextVillage(listening)
  const timer = setInterval(() => void move(otherVillage), 50)
  try {
    expect(await heard).toMatchObject({ village: otherVillage })
  } finally {
    clearInterval(timer)
  }
})

test('[S16] when the database was away, the stream stays and says that anything may have moved', async () => {
  const road = await cuttable(campaign.databaseUrl)
  const listening = await device(await listen({ databaseUrl: road.url }), await t.signIn(campaign, 'visitor'))
  await listening.next()
  await listening.next()
  await road.cut()
  await move(gaoqiao)
  await road.mend()
  expect(await listening.next()).toEqual({ village: null })
  await app.close()
  expect(await listening.next()).toBeNull()
  await road.cut()
})
