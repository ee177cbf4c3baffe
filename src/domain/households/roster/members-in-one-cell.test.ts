import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { readMembers } from './members-in-one-cell.ts'

const read = (cell: string) =>
  readMembers(cell, asDay('2026-04-01')).map(({ name, relation, birthYear, mark }) =>
    [relation, name, birthYear, mark?.code]
      .filter(part => part !== null && part !== undefined && part !== '')
      .join(' '),
  )

test('[R11] members are parted by , ， 、 ; ； or a line break outside brackets', () => {
  expect(read('妻王秀英，长子孙豪、长女孙梅;儿媳李芳；父孙大山\n母周兰')).toEqual([
    '妻 王秀英',
    '长子 孙豪',
    '长女 孙梅',
    '儿媳 李芳',
    '父 孙大山',
    '母 周兰',
  ])
  expect(read('王秀英（妻，1968）、孙豪（长子，1990）')).toEqual(['妻 王秀英 1968', '长子 孙豪 1990'])
})

test('[R11] the relation stands before the name with a colon, a space or nothing, or in brackets behind it', () => {
  for (const cell of ['妻:王秀英', '妻：王秀英', '妻 王秀英', '妻王秀英', '王秀英（妻）', '王秀英(妻)'])
    expect(read(cell)).toEqual(['妻 王秀英'])
  expect(read('孙子豪')).toEqual(['孙子 豪'])
  expect(read('孙子豪（长子）')).toEqual(['长子 孙子豪'])
  expect(read('堂姑婆:周兰')).toEqual(['堂姑婆 周兰'])
  expect(read('王秀英')).toEqual(['王秀英'])
})

test('[R11] in brackets a date alone or before 生 is the birth year, the rest is left out', () => {
  expect(read('长子孙豪（1990年生）')).toEqual(['长子 孙豪 1990'])
  expect(read('长子孙豪（1990.5，在武汉）')).toEqual(['长子 孙豪 1990'])
  expect(read('长子孙豪（2015年外出务工）')).toEqual(['长子 孙豪'])
})

test('[R11] a mark in brackets skips that member', () => {
  expect(read('妻王秀英（已故）、长女孙梅（2020年迁出）')).toEqual([
    '妻 王秀英 deceased',
    '长女 孙梅 moved-out',
  ])
})

test('[R11] empty, 无 or / says that the head lives alone', () => {
  for (const cell of ['', ' ', '无', '/', '／', '-']) expect(read(cell)).toEqual([])
})
