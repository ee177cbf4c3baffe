import { expect, test } from 'vitest'
import { sheetOf, type Written } from '#test/rosters/sheets.ts'
import { columnsOf } from './columns.ts'

const heading = ['户编号', '姓名', '与户主关系']
const nothingByHand = new Map()

const meanings = (
  rows: readonly (readonly Written[])[],
  merged: readonly (readonly [number, number, number, number])[] = [],
) =>
  columnsOf(sheetOf(rows, merged), nothingByHand)?.columns.map(({ label, meaning }) => `${label} ${meaning}`)

test('[R2] the heading is the first row within the first 15 with three known headings, one of them a name or a head', () => {
  const titles = Array.from({ length: 14 }, () => ['农户名单'])
  expect(columnsOf(sheetOf([...titles, heading]), nothingByHand)?.headingRow).toBe(15)
  expect(columnsOf(sheetOf([...titles, ['又一行'], heading]), nothingByHand)).toBeNull()
  expect(columnsOf(sheetOf([['户编号', '电话', '住址']]), nothingByHand)).toBeNull()
  expect(columnsOf(sheetOf([['姓名', '电话', '身高']]), nothingByHand)).toBeNull()
  expect(columnsOf(sheetOf([['户主', '电话', '住址']]), nothingByHand)?.headingRow).toBe(1)
})

test('[R2] headings are known by their synonyms, whatever their spaces, brackets, width and script', () => {
  expect(
    meanings([
      [
        '戶編號',
        '姓　名',
        '与户主\n关系',
        '公民身份号码',
        '出生年月（公历）',
        '聯繫電話',
        '是否低保户',
        '残疾人',
      ],
    ]),
  ).toEqual([
    '戶編號 household-no',
    '姓名 name',
    '与户主关系 relation',
    '公民身份号码 identity-number',
    '出生年月（公历） birth',
    '聯繫電話 telephone',
    '是否低保户 tick:低保户',
    '残疾人 tick:残疾人',
  ])
})

test('[R2] of two columns of one meaning the first counts; 备注 and 变动情况 are both read', () => {
  expect(meanings([[...heading, '电话', '手机号', '备注', '变动情况', '备注']])?.slice(3)).toEqual([
    '电话 telephone',
    '手机号 null',
    '备注 remarks',
    '变动情况 changes',
    '备注 null',
  ])
})

test('[R2] a column that is unknown or has no heading is left out', () => {
  expect(meanings([['姓名', null, '电话', '信访情况', '住址']])).toEqual([
    '姓名 name',
    'null null',
    '电话 telephone',
    '信访情况 null',
    '住址 house-note',
  ])
})

test('[R2] words over groups of columns: what helpers have is not the household’s, and tells two columns of one text apart', () => {
  const rows = [
    ['农户家庭情况表'],
    ['基本情况', null, null, '家庭成员', null, '帮扶情况', null, '备注'],
    ['户编号', '户主姓名', '联系电话', '姓名', '与户主关系', '帮扶责任人', '联系电话', null],
  ]
  const merged = [
    [1, 1, 1, 8],
    [2, 1, 2, 3],
    [2, 4, 2, 5],
    [2, 6, 2, 7],
    [2, 8, 3, 8],
  ] as const
  expect(columnsOf(sheetOf(rows, merged), nothingByHand)?.headingRow).toBe(3)
  expect(meanings(rows, merged)).toEqual([
    '户编号 household-no',
    '户主姓名 head',
    '基本情况/联系电话 telephone',
    '姓名 name',
    '与户主关系 relation',
    '帮扶责任人 null',
    '帮扶情况/联系电话 null',
    '备注 remarks',
  ])
})

test('[R2] where cells of the first of two rows are merged over both, the heading still ends with the second', () => {
  const rows = [
    ['户编号', '户主', '联系电话', '家庭成员', null, null],
    [null, null, null, '姓名', '与户主关系', '出生年月'],
  ]
  const merged = [
    [1, 1, 2, 1],
    [1, 2, 2, 2],
    [1, 3, 2, 3],
    [1, 4, 1, 6],
  ] as const
  expect(columnsOf(sheetOf(rows, merged), nothingByHand)?.headingRow).toBe(2)
  expect(meanings(rows, merged)?.slice(2, 5)).toEqual([
    '联系电话 telephone',
    '姓名 name',
    '与户主关系 relation',
  ])
})

test('[R2] an unknown heading can be given a meaning by hand', () => {
  const byHand = new Map([['户口本姓名', 'name'] as const])
  expect(columnsOf(sheetOf([['户编号', '户口本姓名', '与户主关系']]), byHand)?.columns[1]?.meaning).toBe(
    'name',
  )
})
