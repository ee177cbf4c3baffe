import { readFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import type { Page } from 'playwright-core'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Household } from '#domain/households/household.ts'
import { openZip } from '#server/rosters/zip.ts'
import { newPhone } from '../browser/browser.ts'
import { allTextOf } from './kept-text.ts'
import { openStage, picture, setClock, typePin, type Language, type Stage } from './stage.ts'
import { deskWordsOf } from './words.ts'

const rosters = joinPath(import.meta.dirname, '../rosters')

type Expected = {
  readonly households: number
  readonly members: number
  readonly villageCodes: readonly string[]
}

const expectedOf = async (name: string): Promise<Expected> =>
  JSON.parse(await readFile(joinPath(rosters, `${name}.expected.json`), 'utf8')) as Expected

const takenIn = ['person-rows-title', 'merged-two-row-header'] as const

/* Journey 1: the first evening of the office. Two rosters go in, a team is made and sent, cards are printed. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'the first evening of the office, in $language',
  ({ language }) => {
    const words = deskWordsOf(language)
    let stage: Stage
    let page: Page
    beforeAll(async () => {
      stage = await openStage()
      page = await stage.desk('liuwenqing', { language })
    })
    afterAll(() => stage.end())

    const go = (way: string) => page.locator(`nav a[href="/desk/${way}"]`).click()
    const householdsOf = async (village: string): Promise<readonly Household[]> =>
      (
        await stage.server.context.db
          .selectFrom('households')
          .select('state')
          .where('village_code', '=', village)
          .execute()
      ).map(({ state }) => state)

    test('a file that is no roster is told so in a sentence, and nothing of it is stored', async () => {
      await go('roster')
      const before = await countAll()
      for (const { name, buffer, because } of badFiles) {
        await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
        await page.getByRole('alert').getByText(words.roster.refusals[because]).waitFor()
      }
      await picture(page, language, 'first-evening-not-a-roster')
      expect(await countAll()).toEqual(before)
    })

    test.each(takenIn)(
      '[R1] [R4] the roster %s is looked at, taken in, and all its households and members are there',
      async name => {
        const expected = await expectedOf(name)
        await go('roster')
        const another = page.getByRole('button', { name: words.roster.another })
        if (await another.count()) await another.click()
        await page.locator('input[type=file]').setInputFiles(joinPath(rosters, `${name}.xlsx`))
        const takeIn = page.getByRole('button', { name: new RegExp(String(expected.households)) })
        await takeIn.waitFor()
        await picture(
          page,
          language,
          name === 'person-rows-title' ? 'first-evening-preview' : 'first-evening-preview-2',
        )
        const [village = ''] = expected.villageCodes
        expect(await householdsOf(village)).toHaveLength(0)
        await takeIn.click()
        await page.getByText(words.roster.toTeams).first().waitFor()
        const taken = await householdsOf(village)
        expect(taken).toHaveLength(expected.households)
        expect(taken.flatMap(({ members }) => members)).toHaveLength(expected.members)
        expect(JSON.stringify(taken)).not.toMatch(/\d{17}[\dX]/)
      },
    )

    test('[S1] the same roster brought again is known, and registers nobody twice', async () => {
      const { households, members, villageCodes } = await expectedOf('person-rows-title')
      await page.getByRole('button', { name: words.roster.another }).click()
      await page.locator('input[type=file]').setInputFiles(joinPath(rosters, 'person-rows-title.xlsx'))
      await page.getByText(words.roster.alreadyHere).waitFor()
      await page.getByRole('button', { name: new RegExp(String(households)) }).click()
      await page.getByText(words.roster.knownBefore(households)).waitFor()
      const kept = await householdsOf(villageCodes[0] ?? '')
      expect(kept).toHaveLength(households)
      expect(kept.flatMap(one => one.members)).toHaveLength(members)
    })

    test('no identity number of the rosters is kept anywhere', async () => {
      const text = await allTextOf(stage.server.context.db)
      const numbers = (await Promise.all(takenIn.map(identityNumbersIn))).flat()
      expect(numbers.length).toBeGreaterThan(200)
      expect(numbers.filter(number => text.includes(number))).toEqual([])
    })

    test('a team is made, with a village and a visitor whose password is told once; the visitor’s phone has the families', async () => {
      await go('teams')
      await page.getByLabel(words.teams.personName, { exact: true }).fill('郑小雨')
      await page.getByLabel(words.teams.account, { exact: true }).fill('zhengxiaoyu')
      await page.getByLabel(words.teams.telephone, { exact: true }).first().fill('13800000201')
      await page.getByRole('button', { name: words.teams.makeAccount }).click()
      const password = await page.locator('.password').innerText()
      await page.getByLabel(words.teams.teamName, { exact: true }).fill('第三工作队')
      await page.getByRole('button', { name: words.teams.make }).click()
      const team = page.locator('section', { has: page.getByRole('heading', { name: '第三工作队' }) })
      await sendTo(team, words.teams.addToTeam, /郑小雨/)
      await sendTo(team, words.teams.addVillage, /孙家湾村/)
      await team
        .getByText(/孙家湾村/)
        .first()
        .waitFor()
      await picture(page, language, 'first-evening-team')

      const { page: phone, context } = await newPhone(stage.browser, { language })
      await setClock(context, stage.clock())
      await phone.goto(stage.server.address)
      await phone.locator('input[name=username]').fill('zhengxiaoyu')
      await phone.locator('input[name=password]').fill(password)
      await phone.locator('input[name=password]').press('Enter')
      await typePin(phone)
      await typePin(phone)
      await phone.locator('.keys').waitFor({ state: 'detached' })
      await phone.getByRole('navigation').getByRole('link').nth(1).click()
      await phone.getByText('阎金生').first().waitFor()
      await picture(phone, language, 'first-evening-families')
      await context.close()
    })

    test('[H22] contact cards are printed; of their codes only the digest is kept', async () => {
      await go('cards')
      await page.getByLabel(words.cards.village).selectOption('420325107200')
      await page.getByRole('row').nth(1).getByRole('button').click()
      const frame = page.frameLocator('iframe')
      await frame.locator('svg').first().waitFor()
      const codes =
        (await frame.locator('body').innerText()).match(/\b(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}\b/g) ?? []
      expect(codes.length).toBeGreaterThan(5)
      await picture(page, language, 'first-evening-cards')
      const drawn = await frame.locator('.qr').evaluateAll(all => all.map(({ innerHTML }) => innerHTML))
      const squares = await Promise.all(codes.map(squareOf))
      expect(squares.filter(square => drawn.some(one => one.includes(square)))).toHaveLength(codes.length)
      const text = await allTextOf(stage.server.context.db)
      const written = codes.flatMap(code => ['', ' ', '-'].map(gap => code.replaceAll(' ', gap)))
      expect(written.filter(code => text.includes(code))).toEqual([])
    })

    const countAll = () =>
      Promise.all(
        (['villages', 'households', 'changes', 'refusals'] as const).map(
          async table => (await stage.server.context.db.selectFrom(table).selectAll().execute()).length,
        ),
      )

    /** The drawing of the square that leads to a code's page. */
    async function squareOf(code: string): Promise<string> {
      const address = `${stage.server.address}/k/${code.replaceAll(' ', '')}`
      const svg = await QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
      return / d="(M0 [^"]{99,})"/.exec(svg)?.[1] ?? 'no drawing'
    }

    async function sendTo(team: ReturnType<Page['locator']>, says: string, choice: RegExp) {
      await team.getByText(says, { exact: true }).click()
      const select = team.getByLabel(says, { exact: true })
      const option = await select.locator('option', { hasText: choice }).first().getAttribute('value')
      await select.selectOption(option ?? '')
      await select
        .locator('xpath=..')
        .getByRole('button', { name: deskWordsOf(language).teams.keep })
        .click()
      await select.waitFor({ state: 'hidden' })
    }
  },
)

const badFiles = [
  { name: '门前.xlsx', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), because: 'not-a-spreadsheet' },
  { name: '空的.xlsx', buffer: Buffer.alloc(0), because: 'empty-file' },
  {
    name: '旧的.xls',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    because: 'old-spreadsheet',
  },
  { name: '菜单.csv', buffer: Buffer.from('早饭,中饭\n稀饭,面\n'), because: 'no-usable-heading' },
  {
    name: '外县.csv',
    buffer: Buffer.from('村代码,组别,姓名,与户主关系,联系电话\n110101001001,1组,王某,户主,15400000001\n'),
    because: 'village-outside-area',
  },
] as const

/** The numbers of eighteen places that stand in a roster's cells. */
async function identityNumbersIn(name: string): Promise<readonly string[]> {
  const zip = openZip(await readFile(joinPath(rosters, `${name}.xlsx`)), 50_000_000)
  let text = ''
  for (const part of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])
    if (zip.has(part)) for await (const piece of zip.textOf(part)) text += piece
  return text.match(/(?<![\d.])\d{17}[\dXx](?!\d)/g) ?? []
}
