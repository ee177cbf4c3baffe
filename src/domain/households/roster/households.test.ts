import { describe, expect, test } from 'vitest'
import {
  codesOf,
  identityNumber,
  namesOf,
  problemsOf,
  readSheetsOf,
  sheetOf,
  type Written,
} from '#test/rosters/sheets.ts'

const readRows = (...rows: readonly (readonly Written[])[]) => readSheetsOf([sheetOf(rows)])
const number = (serial: number) => identityNumber('1965-03-12', serial)

describe('[R4] with a household number', () => {
  const heading = ['组', '户编号', '姓名', '与户主关系', '电话']

  test('rows of the same village, group and number belong together, wherever they stand', () => {
    const { households } = readRows(
      heading,
      [1, 1, '张三', '户主'],
      [1, 2, '李四', '户主'],
      [2, 1, '王五', '户主'],
      [1, 1, '张小三', '长子'],
    )
    expect(namesOf(households)).toEqual([['张三', '张小三'], ['李四'], ['王五']])
    expect(households.map(({ group, householdNo }) => [group, householdNo])).toEqual([
      ['1组', '1'],
      ['1组', '2'],
      ['2组', '1'],
    ])
  })

  test('telephones are those of all rows, in order, each once', () => {
    const { households } = readRows(
      heading,
      [1, 1, '张三', '户主', '15442584682'],
      [1, 1, '李四', '配偶', '16042925199/15442584682'],
    )
    expect(households[0]?.telephones).toEqual(['15442584682', '16042925199'])
  })

  test('the contact is the member who is 户主, otherwise the first', () => {
    const { households } = readRows(
      heading,
      [1, 1, '李四', '配偶'],
      [1, 1, '张三', '本人'],
      [1, 2, '王五', '长子'],
    )
    expect(households.map(household => household.contactName)).toEqual(['张三', '王五'])
  })
})

describe('[R4] without a household number', () => {
  test('a row with relation 户主 opens a household, even one that is skipped', () => {
    const heading = ['姓名', '与户主关系', '住址', '备注']
    const { households } = readRows(
      heading,
      ['张三', '户主'],
      ['李四', '配偶'],
      ['王五', '户主', null, '已故'],
      ['赵六', '配偶'],
    )
    expect(namesOf(households)).toEqual([['张三', '李四'], ['赵六']])
  })

  test("a head's name other than the one before opens one; an empty or the same head belongs to it", () => {
    const heading = ['户主姓名', '姓名', '电话']
    const { households } = readRows(
      heading,
      ['张三', '张三'],
      [null, '李四'],
      ['张三', '张五'],
      ['王五', '王五'],
    )
    expect(namesOf(households)).toEqual([['张三', '李四', '张五'], ['王五']])
    expect(households[0]?.contactName).toBe('张三')
  })

  test('a head who stands below the other members opens nothing more', () => {
    const heading = ['户主姓名', '姓名', '与户主关系']
    expect(namesOf(readRows(heading, ['张三', '李四', '配偶'], ['张三', '张三', '户主']).households)).toEqual(
      [['李四', '张三']],
    )
  })

  test('each sheet begins anew', () => {
    const heading = ['姓名', '与户主关系', '住址']
    const reading = readSheetsOf([
      sheetOf([heading, ['张三', '户主']], [], '一组'),
      sheetOf([heading, ['李四', '配偶']], [], '二组'),
    ])
    expect(namesOf(reading.households)).toEqual([['张三'], ['李四']])
    expect(reading.households.map(({ group }) => group)).toEqual(['1组', '2组'])
  })
})

describe('[R4] heads in columns of their own', () => {
  const heading = ['户主姓名', '户主身份证号', '姓名', '与户主关系', '出生年月', '电话', '备注']

  test('the head becomes the first member; name, relation and birth of the row are another’s', () => {
    const { households } = readRows(
      heading,
      ['张三', number(1), '李四', '妻', '1968'],
      [null, null, '张五', '长子', '1990'],
      ['王五', null, null, null, null, '15442584682'],
    )
    expect(households.map(({ members }) => members)).toEqual([
      [
        { name: '张三', relation: '户主', birthYear: 1965 },
        { name: '李四', relation: '妻', birthYear: 1968 },
        { name: '张五', relation: '长子', birthYear: 1990 },
      ],
      [{ name: '王五', relation: '户主', birthYear: null }],
    ])
  })

  test('a mark skips the member, not the head in the same row', () => {
    const reading = readRows(heading, ['张三', '420325', '李四（已故）', '妻', null, '15442584682'])
    expect(namesOf(reading.households)).toEqual([['张三']])
    expect(reading.households[0]?.telephones).toEqual(['15442584682'])
    expect(problemsOf(reading)).toEqual(['2 户主身份证号 check-digit', '2 姓名 deceased'])
  })

  test('a head who stands alone in the row can be marked', () => {
    const reading = readRows(
      heading,
      ['张三', null, null, null, null, null, '已故'],
      [null, null, '李四', '妻'],
    )
    expect(namesOf(reading.households)).toEqual([['李四']])
    expect(problemsOf(reading)).toEqual(['2 备注 deceased'])
  })
})

describe('[R4] cells merged downwards', () => {
  const heading = ['户编号', '户主姓名', '电话', '姓名', '与户主关系', '备注']
  const merged = [
    [2, 1, 4, 1],
    [2, 2, 4, 2],
    [2, 3, 4, 3],
  ] as const
  const rows = [
    heading,
    ['7', '张三', '15442584682/16042925199', '张三', '户主', '已故'],
    [null, null, null, '李四', '配偶'],
    [null, null, null, '张五', '长子'],
  ]

  test('they hold for all their rows, and stay the household’s where the first row is skipped', () => {
    const reading = readSheetsOf([sheetOf(rows, merged)])
    expect(namesOf(reading.households)).toEqual([['李四', '张五']])
    expect(reading.households[0]).toMatchObject({
      householdNo: '7',
      telephones: ['15442584682', '16042925199'],
    })
  })

  test('a problem in one is reported once, at its first row', () => {
    expect(problemsOf(readSheetsOf([sheetOf(rows, merged)]))).toEqual([
      '2 备注 deceased',
      '2 电话 two-telephones',
    ])
  })
})

describe('[R11] one row a household', () => {
  const heading = ['户主', '身份证号', '电话', '家庭成员', '家庭人口', '备注']

  test('the head is the first member, the others stand in one cell', () => {
    const { households } = readRows(
      heading,
      ['张三', number(1), '15442584682', '妻王秀英（1968）、长子张豪', 9],
      ['李四', null, null, '无', 1],
    )
    expect(households[0]?.members).toEqual([
      { name: '张三', relation: '户主', birthYear: 1965 },
      { name: '王秀英', relation: '妻', birthYear: 1968 },
      { name: '张豪', relation: '长子', birthYear: null },
    ])
    expect(namesOf(households)[1]).toEqual(['李四'])
  })

  test('a mark in brackets skips the member, told of at the cell; the head in the cell is not told of twice', () => {
    const reading = readRows(heading, ['张三', null, null, '户主张三、妻王秀英（已故）'])
    expect(namesOf(reading.households)).toEqual([['张三']])
    expect(problemsOf(reading)).toEqual(['2 家庭成员 deceased'])
  })

  test('a row without a name is refused where a telephone or members speak of a household', () => {
    const reading = readRows(
      heading,
      ['张三'],
      [null, null, '15442584682', null, 2],
      [null, null, null, '妻王秀英', 2],
    )
    expect(problemsOf(reading)).toEqual(['3 户主 missing-name', '4 户主 missing-name'])
  })
})

describe('[R12] duplicates', () => {
  const heading = ['户编号', '姓名', '与户主关系', '身份证号', '电话', '类别']

  test('a head repeated under its own number: rows joined, members not doubled, new ones added, told of once', () => {
    const reading = readRows(
      heading,
      ['1', '张三', '户主', number(1), '15442584682'],
      ['1', '李四', '配偶', number(2)],
      ['2', '王五', '户主', number(3)],
      ['1', '张三', '户主', number(1), '16042925199', '低保户'],
      ['1', '李四', '配偶', number(2)],
      ['1', '张五', '长子', number(4)],
    )
    expect(namesOf(reading.households)).toEqual([['张三', '李四', '张五'], ['王五']])
    expect(reading.households[0]).toMatchObject({
      telephones: ['15442584682', '16042925199'],
      categories: ['低保户'],
    })
    expect(problemsOf(reading)).toEqual(['5 duplicate-household'])
  })

  test('a head whose number is that of a head above, under another household number', () => {
    const reading = readRows(
      heading,
      ['1', '张三', '户主', number(1)],
      ['1', '李四', '配偶', number(2)],
      ['9', '张三', '户主', number(1)],
      ['9', '李四', '配偶', number(2)],
    )
    expect(namesOf(reading.households)).toEqual([['张三', '李四']])
    expect(reading.households[0]?.householdNo).toBe('1')
    expect(problemsOf(reading)).toEqual(['4 duplicate-household'])
  })

  test('a person in two households, or a number under two names: kept in both places and told of', () => {
    const reading = readRows(
      heading,
      ['1', '张三', '户主', number(1)],
      ['1', '张梅', '长女', number(2)],
      ['2', '王五', '户主', number(3)],
      ['2', '张梅', '儿媳', number(2)],
      ['2', '王六', '长子', number(3)],
    )
    expect(namesOf(reading.households)).toEqual([
      ['张三', '张梅'],
      ['王五', '张梅', '王六'],
    ])
    expect(problemsOf(reading)).toEqual(['5 duplicate-person', '6 duplicate-person'])
  })

  test('a member repeated within one household is counted once', () => {
    const reading = readRows(
      heading,
      ['1', '张三', '户主', number(1)],
      ['1', '张五', '长子', number(2)],
      ['1', '张五', '长子', null],
    )
    expect(namesOf(reading.households)).toEqual([['张三', '张五']])
    expect(problemsOf(reading)).toEqual(['4 duplicate-person'])
  })

  test('never by name alone: two men of one name, and a name with another number', () => {
    const reading = readRows(
      heading,
      ['1', '王建国', '户主', number(1)],
      ['2', '王建国', '户主', number(2)],
      ['2', '王建国', '长子', number(3)],
      ['3', '王建国', '户主', null],
    )
    expect(namesOf(reading.households)).toEqual([['王建国'], ['王建国', '王建国'], ['王建国']])
    expect(codesOf(reading)).toEqual([])
  })

  test('a number that does not pass the check, an old one, and one on a skipped row are compared with nothing', () => {
    const reading = readRows(
      heading,
      ['1', '张三', '户主', '420325540316945'],
      ['2', '李四', '户主', '420325540316945'],
      ['3', '王五（已故）', '户主', number(1)],
      ['4', '赵六', '户主', number(1)],
    )
    expect(reading.households).toHaveLength(3)
    expect(codesOf(reading)).toEqual(['deceased'])
  })
})
