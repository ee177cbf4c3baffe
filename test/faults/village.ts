import { request as ask } from 'node:http'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { dayOf, instantOf, type Day } from '#domain/base/days.ts'
import { asId, type HouseholdId, type NeedId, type VisitId } from '#domain/base/ids.ts'
import type { Act } from '#sync/engine/act.ts'
import { gaoqiao } from '#test/builders/people.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import { layGround, type Api, type Ground } from '#test/device/ground.ts'
import * as t from '#test/server/campaign.ts'
import { openPhoneAt } from './phones.ts'
import { portOf } from './road.ts'

declare const page: DevicePage

export const pin = '246810'
export const families = 40
export const familyAt = (at: number): HouseholdId =>
  asId<HouseholdId>(`household-${String(at % families).padStart(4, '0')}`)

/** A village of the real server, before which a page with the real device stands; the way between them can be cut. */
export type Village = {
  readonly campaign: t.Campaign
  readonly ground: Ground
  up: boolean
  end(): Promise<void>
}

export async function openVillage(): Promise<Village> {
  const campaign = await t.startCampaign()
  campaign.now = instantOf(Date.now())
  const people = [await t.enlist(campaign, { role: 'visitor', name: '周敏', username: 'zhoumin' })]
  await t.makeTeam(campaign, people, [gaoqiao], { from: '2023-01-01' })
  await campaign.app.listen({ port: 0, host: '127.0.0.1' })
  const port = portOf(campaign.app.server)
  await settle(`http://127.0.0.1:${port}`, campaign)
  const village = { campaign, up: true }
  const way: Api = (request, answer) => {
    if (!village.up) {
      request.socket.destroy()
      return Promise.resolve(true)
    }
    const { method, url, headers } = request
    const far = ask({ host: '127.0.0.1', port, method, path: url, headers }, came => {
      answer.writeHead(came.statusCode ?? 500, came.headers)
      came.on('error', () => answer.destroy()).pipe(answer)
    }).on('error', () => answer.destroy())
    answer.on('close', () => far.destroy())
    request.pipe(far)
    return Promise.resolve(true)
  }
  const ground = await layGround(resolve(import.meta.dirname, '../device/device-page.ts'), way)
  const end = async () => {
    await ground.end()
    campaign.app.server.closeAllConnections()
    await campaign.end()
  }
  return Object.assign(village, { ground, end })
}

/** Forty families are there before anybody comes. */
async function settle(address: string, campaign: t.Campaign): Promise<void> {
  const { engine } = await openPhoneAt(
    address,
    { username: 'zhoumin', password: t.password },
    () => campaign.now,
  )
  const learnedOn = dayOf(campaign.now)
  await engine.write(
    Array.from({ length: families }, (_, at): Act => ({
      village: gaoqiao,
      household: familyAt(at),
      kind: 'household.register',
      body: {
        facts: [{ key: 'contact-name', value: `第${at}家`, source: 'roster', learnedOn, until: null }],
        members: [],
      },
    })),
  )
  const synced = await engine.sync()
  if (!synced.ok) throw new Error(synced.because)
}

export const visit = (name: string, at: number, on: Day = dayOf(instantOf(Date.now()))): Act => ({
  village: gaoqiao,
  household: familyAt(at),
  kind: 'visit.record',
  body: {
    visit: asId<VisitId>(name),
    on,
    time: null,
    companions: [],
    outcome: { is: 'held' },
  },
  diary: storyOf(name),
})

export const storyOf = (name: string): string => `在他家坐了一会儿，${name}`

export const need = (name: string, at: number, heardOn: Day = dayOf(instantOf(Date.now()))): Act => ({
  village: gaoqiao,
  household: familyAt(at),
  kind: 'need.raise',
  body: {
    need: asId<NeedId>(name),
    words: '门口那截路一下雨就走不出去',
    saidBy: '',
    quote: '',
    category: 'infrastructure',
    level: 'household',
    visit: null,
    heardOn,
  },
})

/** Opens the page, and goes through the door whatever was kept behind it when the phone was last cut off. */
export async function enter(tab: Page, { ground }: Village): Promise<void> {
  await tab.goto(ground.address)
  await tab.waitForFunction(() => 'page' in globalThis && page.session().is !== 'loading')
  // A browser that was killed may have lost its session: the password is given each time, and sends what waited.
  const knock = () =>
    tab.evaluate(([name, word]) => page.door.signIn(name, word), ['zhoumin', t.password] as const)
  await knock()
  for (let tries = 0; tries < 3; tries++) {
    const is = await tab.evaluate(() => page.session().is)
    if (is === 'open') return
    if (is === 'locked') await tab.evaluate(word => page.door.unlock(word), pin)
    else if (is === 'no-pin') await tab.evaluate(word => page.door.choosePin(word), pin)
    else await knock()
    await tab.waitForFunction(before => page.session().is !== before, is)
  }
}

/** Asks for a sync until the server is said to have everything; says what stands there instead where it never comes. */
export async function untilReceived(tab: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await tab.evaluate(() => page.syncNow())
    const truth = await tab.evaluate(() => page.truth())
    if (truth.is === 'received') return
    if (tries === 99) throw new Error(`not received: ${JSON.stringify(truth)}`)
    await wait(100)
  }
}

/** The names of all visits and needs that a page shows, each as often as it shows them. */
export const shownBy = (tab: Page) =>
  tab.evaluate(() =>
    page
      .villages()
      .flatMap(({ households }) =>
        households.flatMap(({ visits, needs }) => [...visits, ...needs].map(({ id }): string => id)),
      ),
  )

/** The same from the server's log: one row a change. */
export async function logOf({ campaign }: Village): Promise<readonly string[]> {
  const rows = await campaign.context.db
    .selectFrom('changes')
    .select(['body'])
    .where('kind', '<>', 'household.register')
    .execute()
  return rows.map(({ body }) => {
    const named = body as { visit?: string; need?: string } // as written by the acts above
    return named.need ?? named.visit ?? ''
  })
}
