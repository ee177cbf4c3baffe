import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { literalOf, readCsv } from './csv.ts'
import { rosterLimits } from './limits.ts'

const cells = (file: Buffer) =>
  readCsv(file, rosterLimits)[0]?.rows.map(row =>
    row.cells.map(cell => (cell.value.kind === 'text' ? cell.value.text : '')),
  )

test('[R1] UTF-8 with or without a byte order mark, otherwise GB18030 with its four-byte characters', () => {
  const text = '姓名,组\n㛃𬭼·𠮷,３组\n'
  const read = [
    ['姓名', '组'],
    ['㛃𬭼·𠮷', '３组'],
  ]
  expect(cells(Buffer.from(text))).toEqual(read)
  expect(cells(Buffer.from(`\ufeff${text}`))).toEqual(read)
  expect(cells(iconv.encode(text, 'gb18030'))).toEqual(read)
})

test('[R1] quoted cells may hold commas, quotes and line breaks; rows are numbered by record', () => {
  const [sheet] = readCsv(Buffer.from('姓名,电话\n\n"张,""三""","1\n2"\n'), rosterLimits)
  expect(sheet?.rows.map(row => row.number)).toEqual([1, 2, 3])
  expect(sheet?.rows[2]?.cells.map(cell => cell.value)).toEqual([
    { kind: 'text', text: '张,"三"' },
    { kind: 'text', text: '1\n2' },
  ])
})

test('[R1] ="420…", a leading apostrophe or a tab keep a number whole: the literal counts', () => {
  for (const written of ['="42032519650312915X"', "'42032519650312915X", '\t42032519650312915X'])
    expect(literalOf(written)).toBe('42032519650312915X')
  expect(
    cells(Buffer.from('姓名,身份证号\n张三,"=""42032519650312915X"""\n李四,="42032519650312915X"\n'))?.map(
      row => row[1],
    ),
  ).toEqual(['身份证号', '42032519650312915X', '42032519650312915X'])
  expect(literalOf('=1+1')).toBe('=1+1')
})
