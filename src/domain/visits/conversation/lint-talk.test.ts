import { describe, expect, test } from 'vitest'
import { lintSaying, lintWhole } from './lint-talk.ts'
import { talkFrom } from './kept-talk.ts'
import { shippedTalk } from './shipped/talk.ts'
import { talkCatalogue } from './talk-catalogue.ts'
import { fits, isSaying, type Saying } from './talk-line.ts'

const saying: Saying = { id: 'one', part: 'people', zh: '坐', en: '', local: [], terms: [], fits: [] }
const faults = (zh: string, of: Partial<Saying> = {}) =>
  lintSaying({ ...saying, ...of, zh }).map(({ because }) => because)

describe('the linter of the conversation card', () => {
  test.each([
    ['家里几口人？收入多少？', ['several-questions', 'asks-for-facts']],
    ['田种了没，牛喂了没，人好吧', ['several-questions']],
    ['身份证给我看一下。', ['asks-for-facts']],
    ['一年卖猪得多少钱？', ['asks-for-facts']],
    ['您儿子哪年出生的？', ['asks-for-facts']],
    ['您得的什么病？', ['asks-for-facts']],
    ['伢结婚了吧？', ['asks-for-facts']],
    ['有什么困难？', ['raises-trouble']],
    ['怎么没去交合作医疗？', ['raises-trouble']],
    ['低保的事，您晓得吧？', ['raises-trouble']],
    ['帮我登记一下。', ['form-word']],
    ['您对我们满意吗？', ['form-word']],
    ['给您拍照留个底。', ['form-word']],
    ['来落实上级精神，助力乡村振兴。', ['slogan']],
    ['大力宣传惠民政策！', ['slogan']],
    ['您这钉子户，我早听说了。', ['labels-people']],
    ['都说您不配合，我看不是。', ['labels-people']],
    ['{name}在家吧？', ['unknown-blank']],
    ['{child}在家吧？', ['unknown-blank']],
    ['今天天气好，我出来走一走，顺便到您家里坐一坐，说一说话。', ['too-long']],
  ])('[H7] [H10] refuses 「%s」', (zh, because) => {
    expect(faults(zh)).toEqual(expect.arrayContaining([...because]))
  })

  test('[H7] what it refuses it names with the very words and their place', () => {
    expect(lintSaying({ ...saying, zh: '顺便登记一下。' })).toEqual([
      { field: 'zh', because: 'form-word', part: '登记', at: 3 },
    ])
  })

  test('[H7] local words and English are read as well', () => {
    const local = [{ area: '42', zh: '屋里几口人？' }]
    expect(lintSaying({ ...saying, local })).toMatchObject([
      { field: 'local.0.zh', because: 'asks-for-facts' },
    ])
    expect(lintSaying({ ...saying, en: 'What is your income?' })).toMatchObject([
      { field: 'en', because: 'asks-for-facts', part: 'income' },
    ])
    expect(lintSaying({ ...saying, en: '你好' })).toMatchObject([{ field: 'en', because: 'not-english' }])
  })

  test('[H7] a praise asks nothing, and a topic may name what is not to be asked', () => {
    expect(faults('菜园子是您收拾的吧？', { part: 'praise' })).toEqual(['praise-asks'])
    expect(faults('挣多少钱，不打听。', { part: 'topic' })).toEqual([])
  })

  test('[H7] a name stands only where the line is for a house with a child', () => {
    expect(faults('{child}在家吧？', { fits: ['pupil'] })).toEqual([])
  })
})

describe('the card’s content as it ships', () => {
  const sayings = shippedTalk.filter(isSaying)

  test('[H7] passes the linter that the office’s own words pass, and is taken in by the catalogue', () => {
    const found = sayings.flatMap(line =>
      lintSaying(line).map(({ because, part }) => `${line.id} ${because} ${part ?? ''}`),
    )
    expect(found).toEqual([])
    expect(talkCatalogue.read(shippedTalk)).toEqual({ ok: true, body: shippedTalk })
  })

  test('[H7] holds more than sixty lines of each kind together, each with its English and its own id', () => {
    const card = sayings.filter(({ part }) => part !== 'promising' && part !== 'instead')
    expect(card.length).toBeGreaterThanOrEqual(160)
    expect(sayings.filter(({ en }) => en === '')).toEqual([])
    expect(new Set(shippedTalk.map(({ id }) => id)).size).toBe(shippedTalk.length)
    expect(sayings.filter(({ local }) => local.length > 0).length).toBeGreaterThan(40)
  })

  test('[H7] has words for everything that can be so in a house or on a day', () => {
    const used = new Set(sayings.flatMap(line => line.fits))
    expect(fits.filter(fit => !used.has(fit))).toEqual([])
  })

  test('[S19] kept on a device it is the same; a line of a newer server is passed over and breaks nothing', () => {
    expect(talkFrom(JSON.parse(JSON.stringify(shippedTalk)))).toEqual(shippedTalk)
    const newer = [{ ...saying, fits: ['on-the-moon'] }, { ...saying, part: 'song' }, 7, null, saying]
    expect(talkFrom(newer)).toEqual([saying])
    expect(talkFrom('text')).toEqual([])
  })

  test('[H7] a catalogue that leaves some day without a word at some door is not taken', () => {
    const without = shippedTalk.filter(
      line => !(line.part === 'people' && isSaying(line) && line.fits.length === 0),
    )
    expect(lintWhole(without)).toMatchObject([{ field: 'people', because: 'nothing-to-say' }])
    expect(talkCatalogue.read(without)).toMatchObject({
      ok: false,
      problems: [{ line: null, field: 'people' }],
    })
  })
})
