import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type HouseholdId, type NeedId, type VisitId } from '#domain/base/ids.ts'
import { verifyVillage } from '#server/log/verify.ts'
import type { Act } from '#sync/engine/act.ts'
import { today } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'
import { between, chanceFrom } from './chance.ts'
import { openPhoneAt, type Phone } from './phones.ts'
import { layRoad, portOf, type Cut, type Road } from './road.ts'

let campaign: t.Campaign
let road: Road
beforeEach(async () => {
  campaign = await t.startCampaign()
  const people = [
    await t.enlist(campaign, { role: 'visitor', name: '周敏', username: 'zhoumin' }),
    await t.enlist(campaign, { role: 'visitor', name: '田建国', username: 'tianjianguo' }),
  ]
  await t.makeTeam(campaign, people, [gaoqiao])
  await campaign.app.listen({ port: 0, host: '127.0.0.1' })
  road = await layRoad(portOf(campaign.app.server))
})
afterEach(async () => {
  await road.end()
  await campaign.end()
})

const openPhone = (username: string) =>
  openPhoneAt(road.address, { username, password: t.password }, () => campaign.now)
const heldBy = ({ engine }: Phone) => engine.state().villages.get(gaoqiao)

/** Families with long stories and needs, so that requests and answers are long enough to be cut in many places. */
const family = (at: number): readonly Act[] => {
  const household = asId<HouseholdId>(`household-${String(at).padStart(4, '0')}`)
  const about = { village: gaoqiao, household } as const
  const visit = asId<VisitId>(`visit-${household}`)
  return [
    {
      ...about,
      kind: 'household.register',
      body: {
        facts: [{ key: 'contact-name', value: `第${at}家`, source: 'roster', learnedOn: today, until: null }],
        members: [],
      },
    },
    {
      ...about,
      kind: 'visit.record',
      body: { visit, on: today, time: null, companions: [], outcome: { is: 'held' } },
      diary: `第${at}家留我们喝了茶，说起门口那截路。`.repeat(20),
    },
    {
      ...about,
      kind: 'need.raise',
      body: {
        need: asId<NeedId>(`need-${household}`),
        words: '门口那截路一下雨就走不出去'.repeat(8),
        saidBy: '',
        quote: '',
        category: 'infrastructure',
        level: 'household',
        visit,
        heardOn: today,
      },
    },
  ]
}

const families = 60

/** Head, first bytes of the body, anywhere, the very end: a cut falls on each, the first more often than its length. */
function cutBy(chance: () => number): Cut {
  const way = chance() < 0.5 ? 'asked' : 'answered'
  const reach = [30, 900, 8_000, 90_000][between(chance, 0, 4)] ?? 30
  return { way, after: between(chance, 1, reach) }
}

test('[S1] [S17] hundreds of cuts at any byte, asked and answered: what is sent arrives once, and what comes is whole', async () => {
  const chance = chanceFrom(42)
  const one = await openPhone('zhoumin')
  const other = await openPhone('tianjianguo')
  let written = 0
  road.cutAt(() => (chance() < 0.97 ? cutBy(chance) : null))
  for (let at = 0; at < families || road.cuts() < 300; at++) {
    if (at < families) {
      const acts = family(at)
      expect(await (at % 2 === 0 ? one : other).engine.write(acts)).toMatchObject({ ok: true })
      written += acts.length
    }
    await one.engine.sync()
    await other.engine.sync()
    for (const phone of [one, other]) expect(phone.engine.state().outbox.forReview).toEqual([])
  }
  road.cutAt(() => null)
  for (const phone of [one, other, one]) expect(await phone.engine.sync()).toEqual({ ok: true })

  const log = await campaign.context.db.selectFrom('changes').select('change_id').execute()
  expect(log).toHaveLength(written)
  const stories = await campaign.context.db.selectFrom('diaries').select('visit_id').execute()
  expect(stories).toHaveLength(families)
  expect(await verifyVillage(campaign.context.db, gaoqiao)).toEqual({
    is: 'sound',
    head: written,
    clockOff: [],
  })
  for (const phone of [one, other]) {
    expect(phone.engine.state().outbox.waiting).toEqual([])
    expect(heldBy(phone)?.facts).toMatchObject({ agrees: true, refetch: false })
    expect(heldBy(phone)?.replica.households.size).toBe(families)
  }
  expect(heldBy(one)?.replica.checksum).toBe(heldBy(other)?.replica.checksum)
}, 120_000)

/** A large village, with names that no packing makes short: its snapshot comes in several parts. */
function manyFamilies(count: number): readonly Act[] {
  const chance = chanceFrom(3)
  const noise = () =>
    Array.from({ length: 40 }, () => String.fromCharCode(between(chance, 0x4e00, 0x9fa5))).join('')
  return Array.from({ length: count }, (_, at): Act => ({
    village: gaoqiao,
    household: asId<HouseholdId>(`household-${String(at).padStart(4, '0')}`),
    kind: 'household.register',
    body: {
      facts: [{ key: 'contact-name', value: noise(), source: 'roster', learnedOn: today, until: null }],
      members: [],
    },
  }))
}

test('[S17] a first sync is cut again and again anywhere in its answers: what came is kept, and nothing of it comes twice', async () => {
  const one = await openPhone('zhoumin')
  expect(await one.engine.write(manyFamilies(1_200))).toMatchObject({ ok: true })
  expect(await one.engine.sync()).toEqual({ ok: true })
  const before = road.answered()
  const whole = await openPhone('tianjianguo')
  expect(await whole.engine.sync()).toEqual({ ok: true })
  const length = road.answered() - before
  expect(length).toBeGreaterThan(100_000)

  const chance = chanceFrom(7)
  let resumed = 0
  for (let phones = 0; phones < 12; phones++) {
    const fresh = await openPhone('tianjianguo')
    road.cutAt(() => ({ way: 'answered', after: between(chance, 1, length) }))
    for (let tries = 0; tries < 200 && !(await fresh.engine.sync()).ok; tries++) {
      const [got] = fresh.engine.state().parts.values()
      // So far what came whole is here, and nothing that came in pieces.
      expect(got?.parts.length ?? 0).toBe(fresh.partsCame.reduce((sum, { count }) => sum + count, 0))
    }
    road.cutAt(() => null)
    expect(await fresh.engine.sync()).toEqual({ ok: true })
    // Each part came whole once: each answer began where the one before it had ended.
    let next = 0
    for (const { from, count } of fresh.partsCame) {
      expect(from).toBe(next)
      next += count
    }
    expect(next).toBe(fresh.partsCame[0]?.of)
    if (fresh.partsCame.length > 2) resumed += 1
    expect(heldBy(fresh)?.replica.households).toEqual(heldBy(one)?.replica.households)
    expect(heldBy(fresh)?.facts).toMatchObject({ agrees: true, refetch: false })
  }
  expect(resumed).toBeGreaterThan(3)
  expect(road.cuts()).toBeGreaterThan(12)
}, 120_000)
