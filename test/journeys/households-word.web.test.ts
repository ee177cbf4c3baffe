import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Need } from '#domain/needs/need.ts'
import { openStage, picture, type Stage } from './stage.ts'
import { deskWordsOf, wordsOf } from './words.ts'

const phoneWords = wordsOf('zh-CN').needs
const deskWords = deskWordsOf('zh-CN')
const matter = '木耳冷库接电'

/* From an officer's result to the family's own word: not solved by its card, solved at its door. */
describe('the household’s word', () => {
  let stage: Stage
  let officer: Page
  let visitor: Page
  let family: Page
  let card = ''
  beforeAll(async () => {
    stage = await openStage()
    officer = await stage.desk('hanzhiming')
    visitor = await stage.phone('zhoumin')
    const device = await stage.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 2,
      locale: 'zh-CN',
    })
    family = await device.newPage()
  })
  afterAll(() => stage.end())

  test('[H17] the officer sees what may be told, and tells a result', async () => {
    await officer.getByRole('heading', { name: deskWords.queue.headings.queue }).waitFor()
    await officer.getByText('木耳冷库要接电').first().waitFor()
    expect(await officer.locator('main').innerText()).not.toContain('贷款')
    await picture(officer, 'zh-CN', 'household-word-queue')
    await answer('4月20日来接表，不用花钱。')
    expect(await need()).toMatchObject({ stage: { is: 'in-hand' }, owner: { name: '韩志明' } })
  })

  test('[H12] the visitor tells it to the family; only now is the family asked', async () => {
    await openNeed()
    await picture(visitor, 'zh-CN', 'household-word-need')
    await tell()
    expect((await need()).stage.is).toBe('answered')
  })

  test('[H22] the family says by its card, without script, that it is not solved', async () => {
    const office = await stage.desk('liuwenqing')
    await office.locator('nav a[href="/desk/cards"]').click()
    await office.getByLabel(deskWords.cards.village).selectOption('420325102213')
    await office.getByRole('row', { name: /5组/ }).getByRole('button').click()
    const paper = office.frameLocator('iframe').locator('body')
    await paper.locator('svg').first().waitFor()
    card = await cardOf(
      '付远志',
      (await paper.innerText()).match(/\b(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}\b/g) ?? [],
    )
    await family.goto(card)
    await picture(family, 'zh-CN', 'household-word-card')
    await family.goto(`${card}?lang=en`)
    await picture(family, 'en', 'household-word-card')
    await family.goto(card)
    await family.getByRole('button', { name: '没办好' }).click()
    await family.getByText('韩志明接着办').waitFor()
    await picture(family, 'zh-CN', 'household-word-not-solved')
  })

  test('[H12] [H21] not solved takes it up again: same owner, same number, nothing of its life lost', async () => {
    const again = await need()
    expect(again).toMatchObject({ stage: { is: 'in-hand', found: null }, owner: { name: '韩志明' } })
    expect(again.number).toBeGreaterThan(0)
    expect(again.life.map(({ is }) => is)).toEqual(
      expect.arrayContaining(['returned', 'found', 'told', 'not-solved']),
    )
    await officer.reload()
    await officer.getByText(deskWords.queue.notSolved).first().waitFor()
    await picture(officer, 'zh-CN', 'household-word-came-back')
  })

  test('[H12] worked on, told again, and heard at the door: the family itself says solved', async () => {
    await answer('表接好了，电通了。')
    await openNeed()
    await tell()
    await visitor.getByRole('button', { name: phoneWords.acts.householdAnswer }).first().click()
    await visitor.getByRole('radio', { name: phoneWords.answer.solved }).check()
    await visitor.getByLabel(phoneWords.sheets.who, { exact: true }).fill('付远志')
    await visitor.getByRole('radio', { name: phoneWords.answer.channels['at-the-door'] }).check()
    await visitor.getByRole('button', { name: phoneWords.sheets.keepAnswer }).click()
    await until(async () => (await need()).stage.is === 'solved')
    await visitor.getByText(phoneWords.steps.solved).first().waitFor()
    await picture(visitor, 'zh-CN', 'household-word-solved')
    expect((await need()).stage).toMatchObject({
      answer: { says: 'solved', channel: 'at-the-door', saidBy: '付远志' },
    })
  })

  test('[H13] [H10] leader and office see what became of it, by place and kind and never by person', async () => {
    for (const [username, language] of [
      ['helan', 'zh-CN'],
      ['liuwenqing', 'zh-CN'],
      ['liuwenqing', 'en'],
    ] as const) {
      const desk = await stage.desk(username, { language })
      await desk.getByRole('heading', { name: deskWordsOf(language).picture.heading }).waitFor()
      expect(await desk.locator('main').innerText()).not.toMatch(/周敏|韩志明|田建国|胡远/)
      if (username === 'liuwenqing') await picture(desk, language, 'household-word-picture')
    }
    const { totals } = await stage.server.context.db
      .selectFrom('villages')
      .select('totals')
      .where('code', '=', '420325102213')
      .executeTakeFirstOrThrow()
    expect(totals).toMatchObject({ reopened: 1, 'stage:solved:livelihood': 1 })
  })

  test('[H12] [H22] the family may change its answer by its card, and rather not say', async () => {
    await family.goto(card)
    await family.getByRole('link', { name: '说错了，改一改' }).click()
    await picture(family, 'zh-CN', 'household-word-change')
    await family.getByRole('button', { name: '不想说' }).click()
    await family.getByText('您说的是这个').waitFor()
    const { number, stage: kept } = await need()
    expect(kept).toMatchObject({ is: 'unconfirmed', answer: { says: 'rather-not-say', channel: 'card' } })
    await family.getByRole('button', { name: '办好了' }).click()
    await family.getByRole('button', { name: '办好了', pressed: true }).waitFor()
    const last = await need()
    expect(last).toMatchObject({ number, stage: { is: 'solved', answer: { channel: 'card' } } })
    expect(last.life.slice(-3).map(({ is }) => is)).toEqual(['solved', 'rather-not-say', 'solved'])
    await picture(family, 'zh-CN', 'household-word-changed')
  })

  async function need(): Promise<Need> {
    const { state } = await stage.server.context.db
      .selectFrom('households')
      .select('state')
      .where('household_id', '=', 'demo-family-fu')
      .executeTakeFirstOrThrow()
    const found = state.needs.find(one => one.words.includes(matter))
    if (found === undefined) throw new Error('the need is gone')
    return found
  }

  async function answer(result: string) {
    await officer.getByLabel(deskWords.queue.answerWhat).fill(result)
    await officer.getByRole('button', { name: deskWords.queue.answer }).click()
    await until(async () => {
      const { stage: now } = await need()
      return now.is === 'in-hand' && now.found?.words === result
    })
  }

  async function openNeed() {
    await visitor.goto(`${stage.server.address}/needs/demo-need-cold`)
    await visitor.locator('.keys').waitFor()
    for (const digit of '246810') {
      await visitor.getByRole('button', { name: digit, exact: true }).click()
    }
    await visitor.getByRole('button', { name: phoneWords.acts.tell }).first().waitFor()
  }

  async function tell() {
    await visitor.getByRole('button', { name: phoneWords.acts.tell }).first().click()
    await visitor.getByRole('radio', { name: phoneWords.answer.channels.telephone }).check()
    await visitor.getByRole('button', { name: phoneWords.sheets.keepTell }).click()
    await until(async () => (await need()).stage.is === 'answered')
  }

  /** Of the group's codes the one whose page is this family's. */
  async function cardOf(name: string, codes: readonly string[]): Promise<string> {
    for (const code of codes) {
      const address = `${stage.server.address}/k/${code.replaceAll(' ', '')}`
      await family.goto(address)
      if ((await family.locator('body').innerText()).includes(`${name}家`)) return address
    }
    throw new Error(`no card of ${name}`)
  }
})

/** Waits for what the log will show, at most ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true)
}
