import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rosterRefusals } from '#domain/households/roster/problems.ts'
import { knownVillages } from '#domain/villages/known-villages.ts'
import { villagesOf } from '#server/villages/divisions.ts'
import { identityNumber, namesOf, readWith } from '#test/rosters/sheets.ts'
import { sheetXml, workbookParts, zipOf } from '#test/rosters/workbooks.ts'
import { rosterLimits } from './limits.ts'
import { readRosterFile, readSheets } from './read-roster-file.ts'

const folder = new URL('../../../test/rosters/', import.meta.url)
const fixture = (name: string): Buffer => readFileSync(new URL(name, folder))
const heading = ['户编号', '姓名', '与户主关系', '身份证号']

const refusal = async (file: Buffer | string, limits = rosterLimits) => {
  const reading = await readRosterFile(Buffer.from(file), readWith, limits)
  return reading.ok ? 'read' : reading.because
}

describe('[R1] a file that cannot be a roster is refused with its own word', () => {
  test('no spreadsheet: a picture, a text, another zip, a damaged one', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex')
    for (const file of [
      picture,
      'A letter.\nNo table.',
      gzipSync('x'),
      zipOf({ 'word/document.xml': '<x/>' }),
      'PK',
      'PK\u0003\u0004nothing',
    ])
      expect(await refusal(file)).toBe('not-a-spreadsheet')
    expect(await refusal(fixture('hostile.xlsx').subarray(0, 9_000))).toBe('not-a-spreadsheet')
  })

  test('an old .xls file, or one with a password', async () => {
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae100000000', 'hex'))).toBe('old-spreadsheet')
  })

  test('an empty one', async () => {
    expect(await refusal('')).toBe('empty-file')
    expect(await refusal(zipOf(workbookParts('<worksheet><sheetData/></worksheet>')))).toBe('empty-file')
  })

  test('one without a usable heading', async () => {
    expect(await refusal('张三,户主\n李四,配偶\n')).toBe('no-usable-heading')
    expect(await refusal(zipOf(workbookParts(sheetXml([['张三', '户主', '1965']]))))).toBe(
      'no-usable-heading',
    )
  })

  test('one that names no village, and one of another area', async () => {
    const readWithNone = { ...readWith, villageIfNone: null }
    const named = (first: string) =>
      readRosterFile(Buffer.from(`${first},,\n户编号,姓名,与户主关系\n1,张三,户主\n`), readWithNone)
    expect(await named('名单')).toEqual({ ok: false, because: 'village-not-named' })
    expect(await named('村代码：420381101201')).toEqual({ ok: false, because: 'village-outside-area' })
  })

  test('every word of refusal has its line', () => {
    for (const line of Object.values(rosterRefusals)) expect(line).toMatch(/\.$/)
  })
})

describe('[R1] a file that is meant to harm is refused', () => {
  test('one that unpacks to more than the limit is stopped on its way, whatever its directory says', async () => {
    const bomb = zipOf(workbookParts(`<worksheet>${' '.repeat(20_000_000)}</worksheet>`), 10)
    expect(bomb.length).toBeLessThan(50_000)
    expect(await refusal(bomb, { ...rosterLimits, unpackedBytes: 1_000_000 })).toBe('too-large')
  })

  test('a part that nobody reads is not unpacked', async () => {
    const parts = workbookParts(sheetXml([heading, ['1', '张三', '户主']]), {
      'xl/media/image1.png': ' '.repeat(5_000_000),
    })
    expect(await refusal(zipOf(parts), { ...rosterLimits, unpackedBytes: 100_000 })).toBe('read')
  })

  test('too many cells, or ranges merged over everything', async () => {
    const limits = { ...rosterLimits, cells: 1_000 }
    const rows = Array.from({ length: 400 }, () => ['1', '张三', '户主'])
    expect(await refusal(zipOf(workbookParts(sheetXml([heading, ...rows]))), limits)).toBe('too-large')
    expect(await refusal(`户编号,姓名,与户主关系\n${'1,张三,户主\n'.repeat(400)}`, limits)).toBe('too-large')
    const ranges = '<mergeCell ref="A1:A1048576"/><mergeCell ref="B1:B1048576"/>'
    const file = zipOf(workbookParts(sheetXml([heading, ...rows.slice(0, 200)], ranges)))
    expect(await refusal(file, limits)).toBe('too-large')
  })

  test('a file larger than any', async () => {
    expect(await refusal('x'.repeat(2_000), { ...rosterLimits, fileBytes: 1_000 })).toBe('too-large')
  })

  test('entities that grow when expanded are not expanded', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(
      await refusal(
        zipOf(
          workbookParts(
            `${doctype}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
          ),
        ),
      ),
    ).toBe('not-a-spreadsheet')
  })

  test('no damaged byte makes it throw', async () => {
    const file = fixture('hostile.xlsx')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async changes => {
          const damaged = Buffer.from(file)
          for (const [at, byte] of changes) damaged[at] = byte
          expect(['read', ...Object.keys(rosterRefusals)]).toContain(await refusal(damaged))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('no bytes at all make it throw', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map(array => Buffer.from(array))
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (file, asZip) => {
        const reading = await readSheets(asZip ? Buffer.concat([Buffer.from('PK\u0003\u0004'), file]) : file)
        expect(reading.ok || Object.hasOwn(rosterRefusals, reading.because)).toBe(true)
      }),
    )
  })
})

describe('[R7] identity numbers are checked and not kept', () => {
  const readHere = { ...readWith, known: knownVillages(villagesOf('420325')), villageIfNone: null }

  test.each(readdirSync(folder).filter(name => /^(?!villages).*\.(?:xlsx|csv)$/.test(name)))(
    'none of %s is in its reading',
    async name => {
      const sheets = await readSheets(fixture(name))
      const reading = await readRosterFile(fixture(name), readHere)
      if (!sheets.ok || !reading.ok) throw new Error('not read')
      const texts = sheets.value.flatMap(sheet =>
        sheet.rows.flatMap(row =>
          row.cells.map(({ value }) =>
            value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.number) : '',
          ),
        ),
      )
      const numbers = texts.map(text => text.trim()).filter(text => /^\d{15}(?:\d{2}[\dXx])?$/.test(text))
      expect(numbers.length).toBeGreaterThan(20)
      const written = JSON.stringify(reading.value)
      for (const number of numbers) expect(written).not.toContain(number)
    },
  )
})

describe('[R4] a large roster', () => {
  test('twenty thousand rows are read, no name spoiled where two pieces of the file meet', async () => {
    const names = Array.from(
      { length: 20_000 },
      (_, index) =>
        `欧阳${String.fromCodePoint(0x4e00 + ((index * 7) % 20_000), 0x4e00 + ((index * 13) % 20_000))}`,
    )
    const rows = names.map((name, index) => [
      String(index >> 2),
      name,
      index % 4 === 0 ? '户主' : '其他',
      identityNumber('1965-03-12', 1 + (index % 999)),
    ])
    const file = zipOf(workbookParts(sheetXml([heading, ...rows])))
    const reading = await readRosterFile(file, readWith)
    if (!reading.ok) throw new Error(reading.because)
    expect(
      reading.value.households.length +
        reading.value.problems.filter(({ code }) => code === 'duplicate-household').length,
    ).toBe(5_000)
    expect(new Set(namesOf(reading.value.households).flat())).toEqual(new Set(names))
  })
})
