import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asVillageCode } from '#domain/base/ids.ts'
import {
  dateCell,
  formula,
  identityNumber,
  namesOf,
  problemsOf,
  readSheetsOf,
  readWith,
  sheetOf,
  type Written,
} from '#test/rosters/sheets.ts'
import { readRoster } from './reading.ts'
import { presentReading } from './presenting.ts'

const heading = ['户编号', '姓名', '与户主关系', '身份证号', '出生日期', '电话', '住址', '类别', '备注']
const read = (...rows: readonly (readonly Written[])[]) => readSheetsOf([sheetOf([heading, ...rows])])

describe('[R2] every sheet is read for itself', () => {
  test('columns may stand in another order in each; a sheet without a heading is named, and its rows are not read', () => {
    const reading = readSheetsOf([
      sheetOf(
        [
          ['姓名', '户编号', '与户主关系', '小组'],
          ['张三', 1, '户主', 1],
        ],
        [],
        '一',
      ),
      sheetOf([['李四', 2, '户主', 2]], [], '无表头'),
      sheetOf(
        [
          ['户编号', '与户主关系', '姓名', '小组'],
          [3, '户主', '王五', 3],
        ],
        [],
        '三',
      ),
    ])
    expect(namesOf(reading.households)).toEqual([['张三'], ['王五']])
    expect(reading.sheetsNotRead).toEqual(['无表头'])
  })

  test('unread columns are looked at in no cell', () => {
    const reading = readSheetsOf([
      sheetOf([
        ['姓名', '户编号', '与户主关系', '年龄', null],
        ['张三', 1, '户主', formula, '=1+1'],
      ]),
    ])
    expect(problemsOf(reading)).toEqual([])
  })
})

describe('[R3] which village', () => {
  const rows = [
    ['户编号', '姓名', '与户主关系'],
    [1, '张三', '户主'],
  ]
  const villageOf = (...title: readonly (readonly Written[])[]) =>
    readSheetsOf([sheetOf([...title, ...rows])], { villageIfNone: null }).households[0]?.villageCode

  test('a 12-digit code above the heading', () => {
    expect(villageOf(['行政村代码：４２０３２５１０１２０１　填报时间：2026年'])).toBe('420325101201')
  })

  test('a town directly followed by one of its villages, never a village alone', () => {
    expect(villageOf(['房县军店镇双柏村农户花名册'])).toBe('420325101201')
    expect(villageOf(['军店镇双柏村新区花名册'])).toBe('420325101202')
    for (const title of ['双柏村农户花名册', '军店镇农户花名册', '军店镇、双柏村'])
      expect(readRoster([sheetOf([[title], ...rows])], { ...readWith, villageIfNone: null })).toEqual({
        ok: false,
        because: 'village-not-named',
      })
  })

  test('where none is named, the importer’s answer', () => {
    expect(
      readSheetsOf([sheetOf(rows)], { villageIfNone: asVillageCode('420325107201') }).households[0]
        ?.villageCode,
    ).toBe('420325107201')
  })

  test('a village code column, row by row; a code that is not known refuses the row', () => {
    const reading = readSheetsOf([
      sheetOf([
        ['村代码', '户编号', '姓名', '与户主关系'],
        [420325107200, 1, '张三', '户主'],
        ['420325107201', 1, '李四', '户主'],
        ['420381101201', 2, '王五', '户主'],
        ['42032510720', 3, '赵六', '户主'],
      ]),
    ])
    expect(reading.households.map(({ villageCode }) => villageCode)).toEqual(['420325107200', '420325107201'])
    expect(problemsOf(reading)).toEqual(['4 村代码 unknown-village', '5 村代码 unknown-village'])
    expect(presentReading(reading).byVillage).toEqual({
      '420325107200': { households: 1, members: 1 },
      '420325107201': { households: 1, members: 1 },
    })
  })

  test('columns of town and village', () => {
    const named = [
      ['乡镇', '村', '姓名', '与户主关系'],
      ['军店镇', '双柏村', '张三', '户主'],
      ['军店镇', '没有村', '李四', '户主'],
    ]
    const reading = readSheetsOf([sheetOf(named)])
    expect(reading.households.map(({ villageCode }) => villageCode)).toEqual(['420325101201'])
    expect(problemsOf(reading)).toEqual(['3 村 unknown-village'])
  })

  test('a roster of another county is refused as a whole', () => {
    const elsewhere = sheetOf([['行政村代码：420381101201'], ...rows])
    expect(readRoster([elsewhere], readWith)).toEqual({ ok: false, because: 'village-outside-area' })
  })
})

describe('[R5] rows', () => {
  test('empty rows, notes, rows over the whole width and rows that speak of nobody are skipped without a word', () => {
    const reading = readSheetsOf([
      sheetOf(
        [
          heading,
          ['1', '张三', '户主'],
          [],
          [' ', null, '　'],
          ['注：=一户一填'],
          ['填表人：李四'],
          [null, null, null, null, null, '15442584682', '塘边'],
        ],
        [[6, 1, 6, 9]],
      ),
    ])
    expect(namesOf(reading.households)).toEqual([['张三']])
    expect(reading.households[0]?.telephones).toEqual([])
    expect(problemsOf(reading)).toEqual([])
  })

  test('a heading printed again is skipped, the words over its groups too', () => {
    const groups = ['基本情况', null, '家庭成员', null]
    const columns = ['户编号', '电话', '姓名', '与户主关系']
    const merged = [
      [1, 1, 1, 2],
      [1, 3, 1, 4],
      [4, 1, 4, 2],
      [4, 3, 4, 4],
    ] as const
    const rows = [groups, columns, ['1', null, '张三', '户主'], groups, columns, ['2', null, '李四', '户主']]
    expect(namesOf(readSheetsOf([sheetOf(rows, merged)]).households)).toEqual([['张三'], ['李四']])
  })

  test('a line that adds up is skipped and told of', () => {
    const reading = read(
      ['1', '张三', '户主'],
      ['合　计', null, '2户'],
      [null, '本组小计', 3],
      [formula, '共計', 5],
      ['2', '李四', '户主'],
    )
    expect(problemsOf(reading)).toEqual(['3 subtotal-row', '4 subtotal-row', '5 subtotal-row'])
    expect(reading.households).toHaveLength(2)
  })

  test('a row that speaks of a person without a name is refused, and nothing of it is read but what R5 finds', () => {
    const reading = read(
      ['1', '张三', '户主'],
      ['1', null, '配偶', '420325', '属龙', '15442584682/16042925199', '=1', '低保户'],
    )
    expect(problemsOf(reading)).toEqual(['3 住址 formula', '3 姓名 missing-name'])
    expect(reading.households[0]).toMatchObject({ telephones: [], categories: [], houseNote: null })
  })

  test('a formula reads as empty, its stored result is not used', () => {
    const reading = read(['1', '张三', '户主', null, formula, formula], ['1', formula, '配偶'])
    expect(problemsOf(reading)).toEqual([
      '2 出生日期 formula',
      '2 电话 formula',
      '3 姓名 formula',
      '3 姓名 missing-name',
    ])
    expect(namesOf(reading.households)).toEqual([['张三']])
  })
})

describe('[R8] birth years', () => {
  test('from the birth column, else from a number without problem, else none', () => {
    const reading = read(
      ['1', '张三', '户主', identityNumber('1965-03-12', 915), '1966'],
      ['1', '李四', '配偶', identityNumber('1968-05-02', 920), '属龙'],
      ['1', '张五', '长子', '420325540316945', null],
      ['1', '张六', '次子', '420325199701011111', null],
      ['1', '张七', '三子', null, dateCell('1999-02-03')],
      ['1', '张八', '四子', 420325198203079000, null],
    )
    expect(reading.households[0]?.members.map(member => member.birthYear)).toEqual([
      1966,
      1968,
      1954,
      null,
      1999,
      null,
    ])
    expect(problemsOf(reading)).toEqual([
      '3 出生日期 bad-date',
      '5 身份证号 check-digit',
      '7 身份证号 lost-digits',
    ])
  })
})

describe('[R10] the dead and the gone', () => {
  test('their rows are skipped, and nothing else of them is read', () => {
    const reading = read(
      ['1', '张三', '户主', 'x', 'x', '15442584682', '塘边', '低保户', '已故'],
      ['1', '李四', '配偶', null, null, null, '村口', null, '丈夫2019年病故'],
      ['1', '张五（已迁出）', '长子'],
    )
    expect(namesOf(reading.households)).toEqual([['李四']])
    expect(reading.households[0]).toMatchObject({
      contactName: '李四',
      telephones: [],
      houseNote: '村口',
      categories: [],
    })
    expect(problemsOf(reading)).toEqual(['2 备注 deceased', '4 姓名 moved-out'])
  })

  test('整户 speaks for all rows of the household, above and below, and is told of only where it stands', () => {
    const reading = read(
      ['1', '张三', '户主', 'x'],
      ['1', '李四', '配偶', null, null, null, null, null, '整户迁出'],
      ['2', '王五', '户主'],
      ['1', '张五', '长子', null, '属龙'],
    )
    expect(namesOf(reading.households)).toEqual([['王五']])
    expect(problemsOf(reading)).toEqual(['3 备注 moved-out'])
  })
})

describe('what is kept', () => {
  test('no identity number, nor what else a roster says, is in the reading', () => {
    const number = identityNumber('1965-03-12', 915)
    const columns = [...heading, '民族', '政治面貌', '健康状况', '家庭人口']
    const reading = readSheetsOf([
      sheetOf([
        columns,
        ['1', '张三', '户主', number, null, null, null, '信访户', '刑满释放', '汉', '党员', '大病', 3],
      ]),
    ])
    const written = JSON.stringify(reading.households)
    for (const word of [number, '信访', '刑满', '汉', '党员', '大病']) expect(written).not.toContain(word)
    expect(reading.notKept).toEqual(['身份证号', '政治面貌', '民族', '健康状况', '家庭人口'])
  })

  test('names keep everything else as written', () => {
    const names = [
      '阿依古丽·买买提',
      '<script>alert(1)</script>',
      "Robert'); DROP TABLE household;--",
      '👨‍👩‍👧全家福',
      '姚𬭼',
      '張學友',
      'null',
      '__proto__',
    ]
    const reading = read(...names.map((name, index) => [String(index), name, '户主']))
    expect(namesOf(reading.households).flat()).toEqual(names)
  })
})

describe('[R2] a file of which nothing can be used is refused', () => {
  test('an empty one, one without a heading, one without a household', () => {
    expect(readRoster([sheetOf([])], readWith)).toEqual({ ok: false, because: 'empty-file' })
    expect(readRoster([sheetOf([['张三', '李四', '王五']])], readWith)).toEqual({
      ok: false,
      because: 'no-usable-heading',
    })
    expect(readRoster([sheetOf([heading])], readWith)).toEqual({ ok: false, because: 'no-household' })
  })
})

describe('any sheet', () => {
  const cell = fc.oneof(
    fc.constantFrom<Written>(
      '张三',
      '户主',
      '配偶',
      '1',
      '合计',
      '已故',
      '整户迁出',
      '420325107200',
      '低保户',
      '15442584682',
      '王秀英（妻，1968）',
      null,
      formula,
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -5, max: 500_000_000 }),
  )
  const row = fc.array(cell, { maxLength: 9 })

  test('[R2] whatever stands in it, reading ends with an answer and every household has a member', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.shuffledSubarray([...heading, '户主姓名', '家庭成员', '组', '村代码']),
        (rows, columns) => {
          const reading = readRoster([sheetOf([columns, ...rows])], readWith)
          for (const household of reading.ok ? reading.value.households : []) {
            expect(household.members.length).toBeGreaterThan(0)
            expect(household.contactName).not.toBe('')
          }
        },
      ),
    )
  })

  test('[R2] the order of the columns changes nothing', () => {
    const full = fc.array(
      fc.tuple(...heading.map(() => fc.constantFrom<Written>('张三', '户主', '1', '已故', '1965', null))),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(
        full,
        fc.shuffledSubarray(
          heading.map((_, index) => index),
          { minLength: heading.length },
        ),
        (rows, order) => {
          // The second cell may not add up in one order and not in the other: no sums are among these.
          const moved = [heading, ...rows].map(row => order.map(index => row[index] ?? null))
          const households = (sheet: readonly (readonly Written[])[]) => {
            const reading = readRoster([sheetOf(sheet)], readWith)
            return reading.ok ? reading.value.households : reading.because
          }
          expect(households(moved)).toEqual(households([heading, ...rows]))
        },
      ),
    )
  })
})
