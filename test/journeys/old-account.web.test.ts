import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceTextOf } from './device-text.ts'
import { allTextOf } from './kept-text.ts'
import { openStage, picture, type Language, type Stage } from './stage.ts'
import { deskWordsOf, wordsOf } from './words.ts'

const family = 'demo-family-fu'
const talk = `/families/${family}/talk`

const landMoney = '九八年修路占了我家八分田，补偿的钱没有给齐。我想要个书面的说法。'
const complaint = '村里的刘玉兰，去年把低保的名额给了她侄女，我去问她骂人。请查一查。'
const answer = '两个人都看过了，已经转给县里查，二十天内有回音。'
const passphrases = { shensi: '塘边的柳树一开春先绿了', liuwenqing: '秋后的苞谷挂满了屋檐下' }

const another = '屋后的泉水三九天也不冻'

/* Journey 8: the family raises the land money of 1998. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'an old account, in $language',
  ({ language }) => {
    const words = wordsOf(language)
    const desk = deskWordsOf(language)
    let stage: Stage
    let visitor: Page
    let cadre: Page
    let shensi: Page
    let liuwenqing: Page
    const sent: { readonly url: string; readonly body: string }[] = []
    const heardByCadre: string[] = []
    beforeAll(async () => {
      stage = await openStage()
      shensi = await stage.desk('shensi', { language })
      liuwenqing = await stage.desk('liuwenqing', { language })
    })
    afterAll(() => stage.end())

    test('[H19] two people are named who open letters together, each with a passphrase of their own', async () => {
      await toSealed(shensi)
      for (const [name, role] of [
        ['沈思', 'privacy-officer'],
        ['柳文清', 'office'],
      ] as const) {
        await shensi
          .getByLabel(desk.sealed.askSomebody)
          .selectOption({ label: `${name} ${desk.shell.roles[role]}` })
        await shensi.getByRole('button', { name: desk.sealed.nameThem }).click()
        await shensi.locator('.dots li', { hasText: name }).waitFor()
      }
      await makeKey(shensi, passphrases.shensi)
      await toSealed(liuwenqing)
      await makeKey(liuwenqing, passphrases.liuwenqing)
      await liuwenqing.getByText(desk.sealed.phonesMay).waitFor()
      await picture(liuwenqing, language, '8-two-are-named')
      visitor = await stage.phone('zhoumin', { language })
      visitor.on('request', request => sent.push({ url: request.url(), body: request.postData() ?? '' }))
      cadre = await stage.phone('liuyulan', { language })
      cadre.on('response', response => {
        if (response.url().includes('/api/') && !response.url().includes('nudges'))
          void response.text().then(
            text => heardByCadre.push(text),
            () => undefined,
          )
      })
    })

    test('[H19] the card guides: listen, and one question; no address tells that it was opened', async () => {
      await openTalk()
      const before = [visitor.url(), await visitor.title()]
      await openCard()
      for (const word of words.talk.old.hush) await visitor.getByText(word, { exact: true }).waitFor()
      await picture(visitor, language, '8-card')
      expect([visitor.url(), await visitor.title()]).toEqual(before)
      await back()
    })

    test('[H19] only to be heard leaves nothing: not in the store, a body, a log, or anywhere on the phone', async () => {
      await settled()
      const control = await allThatIsKept()
      sent.length = 0
      const loggedBefore = stage.logged.length
      await openCard()
      await visitor.getByRole('button', { name: new RegExp(words.talk.old.onlyHeard) }).click()
      await visitor.getByText(words.talk.ways.onlyHeard).waitFor()
      await picture(visitor, language, '8-only-heard')
      await visitor.getByRole('button', { name: words.talk.ways.backToTalk }).click()
      await back()
      await settled()
      const after = await allThatIsKept()
      expect(linesBut(after.phone, control.phone)).toEqual([])
      expect(linesBut(after.server, control.server)).toEqual([])
      expect(sent.filter(({ url }) => !isEverybodys(url))).toEqual([])
      expect(sent.map(({ body }) => body).join('')).not.toMatch(/"changes":\[\{|"openings":\[\{|heard/)
      expect(stage.logged.slice(loggedBefore).join('')).not.toMatch(/old|heard|talk|family/)
    })

    test('[H19] the formal channel: rights, days and places, their own words, read back, on paper', async () => {
      await openCard()
      await visitor.getByRole('button', { name: new RegExp(words.talk.old.formal) }).click()
      await visitor.getByText(words.formal.rights).waitFor()
      await picture(visitor, language, '8-rights')
      await visitor.context().setOffline(true)
      await visitor.getByRole('button', { name: words.formal.write }).click()
      await visitor.getByRole('textbox').fill(landMoney)
      await picture(visitor, language, '8-own-words')
      await visitor.getByRole('button', { name: words.formal.readBack }).click()
      await visitor.locator('.said-words', { hasText: landMoney }).waitFor()
      await picture(visitor, language, '8-read-back')
      await visitor.emulateMedia({ media: 'print' })
      expect(await visitor.locator('.on-paper').innerText()).toContain(landMoney)
      expect(await visitor.locator('.said-words').isVisible()).toBe(false)
      await visitor.emulateMedia({ media: 'screen' })
      await visitor.context().setOffline(false)
    })

    test('[H19] only where they ask is it followed, with what they let be said; their words leave with the paper', async () => {
      await visitor.getByRole('button', { name: words.formal.follow }).click()
      await visitor.getByText(words.formal.followNote).waitFor()
      await picture(visitor, language, '8-follow')
      await visitor.getByRole('button', { name: words.base.close }).click()
      await visitor.getByRole('button', { name: words.formal.wipe }).click()
      await visitor.getByText(words.formal.wiped).waitFor()
      await visitor.getByText(words.formal.wiped).waitFor({ state: 'detached', timeout: 60_000 })
      await settled()
      expect((await allTextOf(stage.server.context.db)).includes('八分田')).toBe(false)
      expect(sent.map(({ body }) => decodeURIComponent(body.replaceAll('%', '%25'))).join('')).not.toContain(
        '八分田',
      )
    })

    test('[H19] a complaint is sealed without a signal; the phone cannot read it, and counts it nowhere', async () => {
      await visitor.context().setOffline(true)
      const totals = await totalsOfPicture()
      await openCardIfShut()
      await visitor.getByRole('button', { name: new RegExp(words.talk.old.person) }).click()
      await visitor.getByRole('textbox').waitFor()
      await picture(visitor, language, '8-complaint')
      await visitor.getByRole('textbox').fill(complaint)
      await visitor.getByRole('button', { name: words.sealed.seal }).click()
      await visitor.locator('.slip-code').waitFor()
      await picture(visitor, language, '8-slip')
      code = await visitor.locator('.slip-code').innerText()
      const kept = await deviceTextOf(visitor)
      expect(kept).toContain('sealed/waiting')
      expect(kept).not.toContain('刘玉兰')
      await visitor.getByRole('button', { name: words.sealed.copied }).click()
      expect(await visitor.locator('body').innerText()).not.toContain(complaint)
      await visitor.context().setOffline(false)
      await arrived()
      expect(await totalsOfPicture()).toEqual(totals)
    })

    test('[H19] it is invisible to the one it names and to everybody else: lists, answers, stores, logs and counts', async () => {
      const text = await allTextOf(stage.server.context.db)
      expect(text.includes('低保的名额')).toBe(false)
      expect(code).toMatch(/^(\w{4} ){3}\w{4}$/)
      expect(text.includes(code.replaceAll(' ', ''))).toBe(false)
      await cadre.reload()
      const id = await letterId()
      const cadreSees = await cadre.locator('body').innerText()
      for (const page of [cadreSees, await deviceTextOf(cadre), ...heardByCadre, ...stage.logged]) {
        expect(page.includes('低保的名额')).toBe(false)
        expect(page.includes(id)).toBe(false)
      }
      const leader = await stage.desk('helan', { language })
      await leader.getByRole('button', { name: desk.shell.signOut }).waitFor()
      for (const address of ['/desk/picture', '/desk/needs', '/desk/left-lying', '/desk/sealed']) {
        await leader.goto(`${stage.server.address}${address}`)
        await leader.locator('main').waitFor()
        expect(await leader.locator('body').innerText()).not.toMatch(/低保的名额|封着的信|Sealed letters/)
      }
      for (const page of [cadre, leader, visitor]) expect(await statusOf(page, '/api/sealed/desk')).toBe(403)
      const report = await stage.server.context.db.selectFrom('devices').select('waiting').execute()
      expect(report.every(({ waiting }) => waiting === 0 || waiting === null)).toBe(true)
    })

    test('[H19] two people open it together, neither alone; each turn is written down', async () => {
      await shensi.reload()
      await say(shensi, '不是这一句口令吧', desk.sealed.turn)
      await shensi.getByText(desk.sealed.refusals['wrong-passphrase']).waitFor()
      await say(shensi, passphrases.shensi, desk.sealed.turn)
      await shensi.getByText(desk.sealed.waitsForOther).waitFor()
      await picture(shensi, language, '8-one-key-turned')
      await liuwenqing.reload()
      await say(liuwenqing, passphrases.liuwenqing, desk.sealed.read)
      await liuwenqing.getByText(complaint).waitFor()
      await picture(liuwenqing, language, '8-opened-by-two')
      await shensi.reload()
      await say(shensi, passphrases.shensi, desk.sealed.read)
      await shensi.getByText(complaint).waitFor()
      const acts = await stage.server.context.db
        .selectFrom('sealed_openings')
        .select(['person_name', 'act'])
        .orderBy('number')
        .execute()
      expect(acts.map(({ person_name, act }) => `${person_name} ${act}`)).toEqual([
        '沈思 turned',
        '柳文清 turned',
        '柳文清 read',
        '沈思 read',
      ])
    })

    test('[H19] the answer is sealed too; whoever holds the slip reads it, and the slip says nothing more', async () => {
      await shensi.getByLabel(desk.sealed.answerAsk).fill(answer)
      await shensi.getByRole('button', { name: desk.sealed.answer, exact: true }).click()
      await shensi.getByText(desk.sealed.answered).waitFor()
      expect((await allTextOf(stage.server.context.db)).includes('二十天内')).toBe(false)
      const home = await stage.visitor({ language })
      await home.goto(`${stage.server.address}/r`)
      await home.getByRole('textbox').fill(code.toLowerCase())
      await home.getByRole('button').click()
      await home.getByText(answer).waitFor()
      expect(home.url()).toBe(`${stage.server.address}/r`)
      await picture(home, language, '8-slip-asked')
    })

    test('[H19] a forgotten passphrase is said plainly; another is made, and the letter is sealed to it anew', async () => {
      await liuwenqing.reload()
      await liuwenqing.getByRole('button', { name: desk.sealed.forgotten }).click()
      await liuwenqing.getByText(desk.sealed.wouldBe(1, 0)).waitFor()
      await picture(liuwenqing, language, '8-forgotten-passphrase')
      await liuwenqing.getByRole('button', { name: desk.sealed.makeAnother }).click()
      await makeKey(liuwenqing, another)
      await shensi.reload()
      await say(shensi, passphrases.shensi, desk.sealed.read)
      await shensi.getByText(complaint).waitFor()
      await shensi.getByLabel('柳文清', { exact: true }).check()
      await picture(shensi, language, '8-sealed-anew')
      await shensi.getByRole('button', { name: desk.sealed.sealAnewAct, exact: true }).click()
      await shensi.getByText(desk.sealed.acts.resealed).waitFor()
      await shensi.reload()
      await say(shensi, passphrases.shensi, desk.sealed.turn)
      await shensi.getByText(desk.sealed.waitsForOther).waitFor()
      await liuwenqing.reload()
      await say(liuwenqing, another, desk.sealed.read)
      await liuwenqing.getByText(complaint).waitFor()
    })

    test('[H19] an opener is taken away: what becomes of the letters is said first, and no phone writes to one alone', async () => {
      await shensi.reload()
      await shensi.getByRole('button', { name: desk.sealed.takeAwayWho('柳文清') }).click()
      await shensi.getByText(desk.sealed.takeAwayMeans('柳文清')).waitFor()
      await picture(shensi, language, '8-taking-away')
      await shensi.getByRole('button', { name: desk.sealed.takeAwayWho('柳文清') }).click()
      await shensi.getByText(desk.sealed.phonesWait).waitFor()
      await liuwenqing.reload()
      await liuwenqing.getByText(desk.sealed.notAsked).waitFor()
      expect(await liuwenqing.locator('body').innerText()).not.toContain('低保的名额')
      // Liu turned the key before leaving: Shen holds both halves, and can seal it to somebody else.
      await say(shensi, passphrases.shensi, desk.sealed.read)
      await shensi.getByText(complaint).waitFor()
    })

    let code = ''

    const toSealed = (page: Page) => page.goto(`${stage.server.address}/desk/sealed`)

    async function makeKey(page: Page, passphrase: string) {
      await page.getByLabel(desk.sealed.passphrase).fill(passphrase)
      await page.getByLabel(desk.sealed.again).fill(passphrase)
      await page.getByRole('button', { name: desk.sealed.make, exact: true }).click()
      await page.getByText(desk.sealed.none).waitFor({ timeout: 60_000 })
    }

    async function say(page: Page, passphrase: string, act: string) {
      await page.getByLabel(desk.sealed.turnAsk).first().fill(passphrase)
      await page.getByRole('button', { name: act, exact: true }).first().click()
    }

    async function openTalk() {
      await visitor.locator('nav a[href="/families"]').click()
      await visitor
        .getByRole('link', { name: /付远志/ })
        .first()
        .click()
      await visitor.locator(`a[href="${talk}"]`).first().click()
      await visitor.waitForURL(`**${talk}`)
      await visitor.getByRole('button', { name: words.talk.oldAccounts }).waitFor()
    }

    const openCard = () => visitor.getByRole('button', { name: words.talk.oldAccounts }).click()
    const back = () => visitor.locator('.bar .go').click()

    async function openCardIfShut() {
      const card = visitor.getByRole('button', { name: words.talk.oldAccounts })
      if (await card.isVisible()) await card.click()
    }

    /** Until what the phone has to say has been said. */
    const settled = () => visitor.waitForTimeout(2_500)

    /** Everything the phone and the server keep; when somebody last synced is masked, for it goes on by itself. */
    const allThatIsKept = async () => ({
      phone: await deviceTextOf(visitor),
      server: (await allTextOf(stage.server.context.db)).replaceAll(
        /\d{4}-\d\d-\d\d[ T][\d:.]+(\+00|Z)?/g,
        'then',
      ),
    })

    /** The lines that stand in one of the two and not in the other. */
    const linesBut = (one: string, other: string) => {
      const [lines, others] = [one.split('\n'), other.split('\n')]
      return [
        ...lines.filter(line => !others.includes(line)),
        ...others.filter(line => !lines.includes(line)),
      ].map(line => line.slice(0, 300))
    }

    const isEverybodys = (url: string) =>
      /\/api\/(sync|nudges|catalogues|sealed\/openers|me)(\?|$)/.test(url) || !url.includes('/api/')

    const arrived = () =>
      expect
        .poll(
          async () => (await stage.server.context.db.selectFrom('sealed').select('id').execute()).length,
          {
            timeout: 60_000,
          },
        )
        .toBe(1)

    const letterId = async () =>
      (await stage.server.context.db.selectFrom('sealed').select('id').executeTakeFirstOrThrow()).id

    const totalsOfPicture = async () =>
      await stage.server.context.db
        .selectFrom('villages')
        .select(['code', 'head', 'totals', 'openings_head'])
        .orderBy('code')
        .execute()

    const statusOf = (page: Page, path: string) =>
      page.evaluate(async address => (await fetch(address)).status, path)
  },
)
