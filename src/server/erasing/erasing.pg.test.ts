import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyVillage } from '#server/log/verify.ts'
import { asId, type DepartmentId, type NeedId } from '#domain/base/ids.ts'
import { agree, change, raise, road, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'
import { giveCard, secretStory, settleVillage, write } from '#test/server/household-card.ts'

const waterBureau = asId<DepartmentId>('water-bureau')
const roof = asId<NeedId>('need-roof')

let campaign: Campaign
let code: string
let cookie: string
beforeEach(async () => {
  campaign = await startCampaign()
  await settleVillage(campaign)
  code = await giveCard(campaign)
  const officer = await enlist(campaign, { role: 'privacy-officer', name: '秦岭' })
  await giveTask(campaign, officer, 'area', '420325')
  cookie = await signIn(campaign, 'privacy-officer')
})
afterEach(() => campaign.end())

const post = async (path: string, payload: object, as = cookie) => {
  const answer = await campaign.app.inject({ method: 'POST', url: path, headers: { cookie: as }, payload })
  return { status: answer.statusCode, said: answer.json() }
}
const get = async (path: string, as = cookie) =>
  (await campaign.app.inject({ url: path, headers: { cookie: as, accept: 'text/html' } })).body

const family = { village: gaoqiao, household: wangFamily }
const asked = { change: 'change-of-erasing', ...family, askedOn: today, channel: 'telephone' }

/** All rows of all tables, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await campaign.context.pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const texts = await Promise.all(
    tables.map(({ name }) => campaign.context.pool.query(`select to_jsonb(t)::text as row from ${name} t`)),
  )
  return texts.flatMap(({ rows }) => rows.map(({ row }) => String(row))).join('\n')
}

test('[H22] a family is found by its card, or by a matter of its village, and by nothing else; looking is kept', async () => {
  const byCard = await post('/api/erasing/asked', { code })
  expect(byCard.said).toMatchObject({ ...family, family: '王守田', erasedOn: null })
  const { rows } = await campaign.context.pool.query(
    `select seq from changes where kind = 'need.raise' and household_id = $1 and body->>'need' = $2`,
    [wangFamily, road],
  )
  const byMatter = await post('/api/erasing/asked', { village: gaoqiao, number: Number(rows[0].seq) })
  expect(byMatter.said).toEqual(byCard.said)
  expect(byCard.said.openNeeds).toBeGreaterThan(0)
  for (const wrong of [{ code: 'AAAA' }, { village: gaoqiao, number: 1 }])
    expect(await post('/api/erasing/asked', wrong)).toMatchObject({ status: 404 })
  expect(await post('/api/erasing/asked', { name: '王守田' })).toMatchObject({ status: 400 })
  expect(await get(`/k/${code}/kept`)).toContain('秦岭')
})

test('[S12] [S15] only the office and the privacy officer of the area may; a visitor, and those of elsewhere, may not', async () => {
  const elsewhere = await enlist(campaign, { role: 'office', name: '外县', username: 'elsewhere' })
  await giveTask(campaign, elsewhere, 'area', '420321')
  const far = await signIn(campaign, 'elsewhere')
  expect(await post('/api/erasing/asked', { code }, far)).toMatchObject({ status: 404 })
  expect(await post('/api/erasing', asked, far)).toMatchObject({ status: 404 })
  const visitor = await signIn(campaign, 'visitor')
  expect(await post('/api/erasing/asked', { code }, visitor)).toMatchObject({ status: 403 })
  expect(await post('/api/erasing', asked, visitor)).toMatchObject({ status: 403 })
  expect(await post('/api/erasing', { ...asked, askedOn: '2030-01-01' })).toMatchObject({ status: 409 })
  expect(await everything()).toContain('王守田')
})

test('[S15] it is gone from every table and every list, once, and the log still verifies', async () => {
  expect(await everything()).toContain(secretStory)
  expect(await post('/api/erasing', asked)).toEqual({ status: 200, said: { erasedOn: today } })
  expect(await post('/api/erasing', asked)).toEqual({ status: 200, said: { erasedOn: today } })
  const left = await everything()
  const found = left
    .split('\n')
    .filter(row => ['王守田', '砂石', secretStory].some(word => row.includes(word)))
  expect(found).toEqual([])
  expect(await verifyVillage(campaign.context.db, gaoqiao)).toMatchObject({ is: 'sound' })
  expect((await post('/api/erasing/asked', { code })).said).toMatchObject({
    family: '',
    openNeeds: 0,
    erasedOn: today,
  })
  const openings = JSON.parse(await get(`/api/openings?village=${gaoqiao}`))
  expect(openings.chain).toBe('whole')
  expect(JSON.stringify(openings)).not.toContain('守田')
})

test('[S15] the card of an erased family says plainly that nothing is kept, on each of its pages', async () => {
  await post('/api/erasing', asked)
  for (const path of [`/k/${code}`, `/k/${code}/kept`, `/k/${code}/answers/1`]) {
    const page = await get(path)
    expect(page).toContain('您家的都删去了')
    expect(page).toContain('这里什么也没有留')
    expect(page).not.toContain('守田')
  }
  const answer = await campaign.app.inject({
    method: 'POST',
    url: `/k/${code}/answers/1`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'says=solved&page=a-page',
  })
  expect(answer.body).toContain('您家的都删去了')
  expect(await get(`/k/${code}?lang=en`)).toContain('Nothing is kept here.')
})

test('[S15] no list, queue, sum or card counts it any more', async () => {
  const leader = await enlist(campaign, { role: 'team-leader', name: '何岚' })
  await makeTeam(campaign, [leader], [gaoqiao])
  const bureau = await enlist(campaign, { role: 'department-officer', name: '杨柳' })
  await giveTask(campaign, bureau, 'department', waterBureau)
  await campaign.context.db.insertInto('departments').values({ id: waterBureau, name: '县水利局' }).execute()
  await write(
    campaign,
    leader,
    raise(roof),
    agree(roof),
    change('need.refer', {
      need: roof,
      on: today,
      department: waterBureau,
      departmentName: '县水利局',
      told: '屋顶',
    }),
  )
  const [led, referred] = [
    await signIn(campaign, 'team-leader'),
    await signIn(campaign, 'department-officer'),
  ]
  const lists = async () => ({
    needs: JSON.parse(await get('/api/needs', led)).length,
    cards: JSON.parse(await get(`/api/cards/${gaoqiao}`, led)).groups.reduce(
      (sum: number, { families }: { families: number }) => sum + families,
      0,
    ),
    referrals: JSON.parse(await get('/api/referrals', referred)).referrals.length,
    heard: JSON.parse(await get('/api/picture', led)).picture.heard,
  })
  const before = await lists()
  expect(before).toMatchObject({ needs: 3, cards: 2, referrals: 1 })
  await post('/api/erasing', asked)
  expect(await lists()).toMatchObject({ needs: 1, cards: 1, referrals: 0 })
  const issued = await campaign.app.inject({
    method: 'POST',
    url: '/api/cards',
    headers: { cookie: led },
    payload: { village: gaoqiao, group: null },
  })
  expect(issued.body).not.toContain('守田')
  expect(issued.body.match(/<p class="code">/g)).toHaveLength(1)
})
