import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('a name is found by the initials of its sounds', () => {
  expect(initialsOf('王守田')).toEqual(['wst'])
  expect(initialsOf('付远志')).toEqual(['fyz'])
  expect(initialsOf('龚家婆婆')).toEqual(['gjpp'])
  expect(initialsOf('安国喜')).toEqual(['agx'])
  expect(initialsOf('邓昌华')).toEqual(['dch'])
})

test('a surname that sounds otherwise is found both ways', () => {
  expect(initialsOf('曾祥林')).toEqual(['cxl', 'zxl'])
})
