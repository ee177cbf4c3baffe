import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayOf, instantOf } from '#domain/base/days.ts'
import { asId, asVillageCode, type HouseholdId, type NeedId, type VisitId } from '#domain/base/ids.ts'
import type { Act } from '#sync/engine/act.ts'
import { demoPassword } from '../../demo/people.ts'
import { between, chanceFrom } from './chance.ts'
import { openPhoneAt, type Phone } from './phones.ts'
import { layRoad, type Road } from './road.ts'
import { startServed, type Served } from './served.ts'

const root = join(import.meta.dirname, '../..')
const gaoqiao = asVillageCode('420325102213')
const families = ['wang', 'zhao', 'liu', 'deng', 'luo', 'xie', 'chen', 'ke'] as const
const team = ['zhoumin', 'tianjianguo', 'helan'] as const
const today = dayOf(instantOf(Date.now()))
const account = (username: string) => ({ username, password: demoPassword })

let folder: string
let served: Served
let road: Road
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-load-'))
  served = await startServed(folder)
  road = await layRoad(portOf(served))
})
afterEach(async () => {
  await road.end()
  await served.stop()
  await rm(folder, { recursive: true, force: true })
})

/** One phone at work: what it has written, and under which number the server said that it has it. */
type Work = {
  readonly phone: Phone
  readonly written: string[]
  readonly stories: Set<string>
  over: boolean
}

const need = (household: HouseholdId, name: string): Act => ({
  village: gaoqiao,
  household,
  kind: 'need.raise',
  body: {
    need: asId<NeedId>(`need-${name}`),
    words: '门口那截路',
    saidBy: '守田叔',
    quote: '',
    category: 'infrastructure',
    level: 'household',
    visit: null,
    heardOn: today,
  },
})

const visit = (household: HouseholdId, name: string): Act => ({
  village: gaoqiao,
  household,
  kind: 'visit.record',
  body: {
    visit: asId<VisitId>(`visit-${name}`),
    on: today,
    time: null,
    companions: [],
    outcome: { is: 'held' },
  },
  diary: `坐了一会儿，${name}`,
})

/** Writes and sends, whatever becomes of it, until told to stop. */
async function keepWriting(work: Work, name: string, chance: () => number): Promise<void> {
  for (let at = 0; !work.over; at++) {
    const family = asId<HouseholdId>(`demo-family-${families[between(chance, 0, families.length)] ?? 'wang'}`)
    const acts = Array.from({ length: between(chance, 1, 5) }, (_, part) =>
      chance() < 0.3 ? visit(family, `${name}-${at}-${part}`) : need(family, `${name}-${at}-${part}`),
    )
    const answer = await work.phone.engine.write(acts)
    if (!answer.ok) throw new Error(`not written: ${answer.because}`)
    work.written.push(...answer.value)
    for (const { diary } of acts) if (diary) work.stories.add(diary)
    await work.phone.engine.sync()
    await wait(between(chance, 20, 80))
  }
}

const portOf = ({ address }: Served): number => Number(new URL(address).port)
const heldBy = ({ engine }: Phone) => engine.state().villages.get(gaoqiao)

async function untilHealthy(): Promise<void> {
  const isUp = () =>
    fetch(`${road.address}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) await wait(50)
}

/** The server's process, or PostgreSQL under it, is ended without warning; then one waits until it serves again. */
async function fall(which: 'server' | 'postgres'): Promise<void> {
  if (which === 'server') {
    await served.killServer()
    served = await startServed(folder)
    road.leadTo(portOf(served))
  } else await served.killPostgres()
  await untilHealthy()
}

test('[S1] [S2] [S9] [S16] server and PostgreSQL killed again and again under three phones that never stop sending', async () => {
  const chance = chanceFrom(20_260_416)
  const works: Work[] = []
  for (const username of team) {
    const phone = await openPhoneAt(road.address, account(username))
    expect(await phone.engine.sync()).toEqual({ ok: true })
    works.push({ phone, written: [], stories: new Set(), over: false })
  }
  const before = heldBy(works[0]?.phone ?? fail())?.replica.cursor ?? 0
  const writing = works.map((work, at) => keepWriting(work, `${team[at]}`, chanceFrom(at + 1)))

  for (const which of ['postgres', 'server', 'postgres', 'server', 'postgres', 'server'] as const) {
    await wait(between(chance, 200, 900))
    await fall(which)
  }
  for (const work of works) work.over = true
  await Promise.all(writing)

  // The faults are over: one sync each, and nothing waits.
  for (const { phone } of works) {
    expect(await phone.engine.sync()).toEqual({ ok: true })
    expect(phone.engine.state().outbox).toEqual({ waiting: [], forReview: [] })
  }
  const written = works.flatMap(one => one.written)
  expect(written.length).toBeGreaterThan(100)
  const seqs = works.flatMap(({ phone }) => phone.engine.state().received.map(({ seq }) => seq))
  expect(new Set(seqs).size).toBe(written.length)

  // A phone that comes new holds each once, and all agree with the server and with each other.
  for (const [at, { phone, stories }] of works.entries()) {
    await phone.engine.sync()
    const fresh = await openPhoneAt(road.address, account(`${team[at]}`))
    expect(await fresh.engine.sync()).toEqual({ ok: true })
    expect(heldBy(fresh)?.replica.cursor).toBe(before + written.length)
    expect(heldBy(fresh)?.facts).toMatchObject({ agrees: true, refetch: false })
    expect(heldBy(phone)?.facts).toMatchObject({ agrees: true, refetch: false })
    expect(heldBy(phone)?.replica.checksum).toBe(heldBy(fresh)?.replica.checksum)
    const told = [...fresh.engine.state().diaries.values()].map(({ text }) => text)
    expect(told.filter(text => stories.has(text)).toSorted()).toEqual([...stories].toSorted())
  }
  await expect(verified()).resolves.toContain('sound')
}, 120_000)

/** `wuxin verify`, beside the server that still serves. */
async function verified(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), 'verify'], {
    cwd: root,
    env: { ...process.env, WUXIN_DATA: folder, LANG: 'en', DATABASE_URL: '' },
  })
  return stdout
}

const fail = (): never => {
  throw new Error('there is no first phone')
}
