import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { presentReading, type PresentedReading } from '#domain/households/roster/presenting.ts'
import { knownVillages } from '#domain/villages/known-villages.ts'
import { villagesOf } from '#server/villages/divisions.ts'
import { readRosterFile } from './read-roster-file.ts'

const folder = new URL('../../../test/rosters/', import.meta.url)
const readWith = {
  today: asDay('2026-04-01'),
  known: knownVillages(villagesOf('420325')),
  villageIfNone: null,
}

const rosters = [
  'person-rows-title.xlsx',
  'merged-two-row-header.xlsx',
  'gb18030-mangled.csv',
  'sheets-per-group.xlsx',
  'duplicates-and-changes.xlsx',
  'hostile.xlsx',
]

describe.each(rosters)('%s', file => {
  const expected = JSON.parse(
    readFileSync(new URL(file.replace(/\.\w+$/, '.expected.json'), folder), 'utf8'),
  ) as PresentedReading

  async function read(): Promise<PresentedReading> {
    const reading = await readRosterFile(readFileSync(new URL(file, folder)), readWith)
    if (!reading.ok) throw new Error(reading.because)
    return presentReading(reading.value)
  }

  test('[R4] households, members and sample are those expected', async () => {
    const { problems: _, ...rest } = await read()
    const { problems: __, ...expectedRest } = expected
    expect(rest).toEqual(expectedRest)
  })

  test('[R12] the problems are those expected, none missing and none more', async () => {
    const asSet = (reading: PresentedReading) =>
      reading.problems
        .map(problem => JSON.stringify([problem.sheet, problem.row, problem.column, problem.code]))
        .toSorted()
    expect(asSet(await read())).toEqual(asSet(expected))
  })
})
