import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { importRoster, type ImportParts } from './import.ts'

const path = (name: string) => fileURLToPath(new URL(`../../test/rosters/${name}`, import.meta.url))

async function run(args: readonly string[], given: Partial<ImportParts> = {}) {
  const printed: string[] = []
  const complained: string[] = []
  const parts = {
    print: (line: string) => printed.push(line),
    complain: (line: string) => complained.push(line),
    today: asDay('2026-04-01'),
  }
  const code = await importRoster(args, { ...parts, ...given })
  return { code, printed: printed.join('\n'), complained: complained.join('\n') }
}

test.each(['person-rows-title', 'merged-two-row-header'])(
  '[R2] --dry-run --json prints exactly the expected result of %s',
  async name => {
    const { code, printed, complained } = await run([path(`${name}.xlsx`), '--dry-run', '--json'])
    const expected: unknown = JSON.parse(readFileSync(path(`${name}.expected.json`), 'utf8'))
    expect(JSON.parse(printed)).toEqual(expected)
    expect([code, complained]).toEqual([0, ''])
  },
)

test('[R2] a dry run stores nothing; without it the households are registered', async () => {
  const registered: number[] = []
  const register: ImportParts['register'] = households => {
    registered.push(households.length)
    return Promise.resolve('done')
  }
  await run([path('person-rows-title.xlsx'), '--dry-run'], { register })
  expect(registered).toEqual([])
  const { code, printed } = await run([path('person-rows-title.xlsx')], { register })
  expect([code, registered]).toEqual([0, [62]])
  expect(printed).toMatch(/done$/)
})

test('[R2] the preview shows figures, columns, first households and problems, in both languages', async () => {
  const chinese = await run([path('hostile.xlsx'), '--dry-run'])
  for (const words of [
    '白鹤镇',
    '28 户 68 人',
    '电话 → 电话',
    '（无表头） → 不读取',
    '第 9 行 住址 是公式',
    '无表头',
  ])
    expect(chinese.printed).toContain(words)
  const english = await run([path('hostile.xlsx'), '--dry-run', '--language', 'en'])
  for (const words of ['28 households, 68 members', 'row 9 住址 a formula', 'Columns not kept: 身份证号'])
    expect(english.printed).toContain(words)
})

test('[R3] --village answers for a roster that names none, and must be of the area', async () => {
  const csv = path('gb18030-mangled.csv')
  expect((await run([csv, '--dry-run', '--area', '110101'])).complained).toBe('花名册里的村不在本地范围内。')
  expect((await run([csv, '--dry-run', '--village', '420381101201'])).code).toBe(2)
  expect((await run([csv, '--dry-run', '--village', '420325107200'])).code).toBe(0)
})

test('[R1] what is no roster is refused in a sentence, and as a word in JSON', async () => {
  const file = path('person-rows-title.expected.json')
  expect(await run([file, '--dry-run', '--json'])).toEqual({
    code: 1,
    printed: JSON.stringify({ refused: 'no-usable-heading' }, null, 1),
    complained: '没有找到表头：至少要有三个认识的列名，其中有姓名或户主。',
  })
})

test('asked wrongly, the command says how to ask', async () => {
  for (const args of [[], ['a.xlsx', 'b.xlsx'], ['a.xlsx', '--nonsense'], ['a.xlsx', '--language', 'fr']])
    expect(await run(args)).toMatchObject({ code: 2, complained: expect.stringContaining('import') })
  expect(await run([path('nothing.xlsx')])).toMatchObject({
    code: 2,
    complained: expect.stringContaining('nothing.xlsx'),
  })
  expect(await run([path('person-rows-title.xlsx'), '--area', '99'])).toMatchObject({ code: 2, printed: '' })
})
