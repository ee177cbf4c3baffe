import { describe, expect, test } from 'vitest'
import { addDays, asDay } from '../base/days.ts'
import { formalChannelCatalogue } from './formal-channel-catalogue.ts'
import { linesHere, type FormalLine } from './formal-channel.ts'
import { formalFrom } from './kept-formal.ts'
import { shippedFormalChannel } from './shipped/formal-channel.ts'

const today = asDay('2026-04-17')
const here = { village: '420325102209', today }
const [, , , , , , , place] = shippedFormalChannel
const window = { ...place, id: 'our-window', part: 'place' } as FormalLine // the town's window as it ships

describe('the catalogue of the formal channel', () => {
  test('[H19] as it ships it is taken in, and every part says something', () => {
    expect(formalChannelCatalogue.read(shippedFormalChannel)).toEqual({
      ok: true,
      body: shippedFormalChannel,
    })
    for (const part of ['right', 'limit', 'place'] as const)
      expect(linesHere(shippedFormalChannel, part, here).length).toBeGreaterThanOrEqual(3)
  })

  test('[H19] a place of one county is read in its villages and in no other', () => {
    const lines = [{ ...window, area: '420325' }]
    expect(linesHere(lines, 'place', here)).toHaveLength(1)
    expect(linesHere(lines, 'place', { ...here, village: '420381102209' })).toEqual([])
    expect(linesHere(lines, 'right', here)).toEqual([])
  })

  test('[H19] what has ended is read by nobody', () => {
    const lines = [{ ...window, validUntil: today }]
    expect(linesHere(lines, 'place', here)).toHaveLength(1)
    expect(linesHere(lines, 'place', { ...here, today: addDays(today, 1) })).toEqual([])
  })

  test('[S19] a line that an older office kept is read, with what came later empty; one of another shape is passed over', () => {
    const { openWhen: _, area: __, validUntil: ___, ...older } = { ...window, english: null }
    expect(formalFrom([older, { ...window, part: 'song' }, 7])).toEqual([
      { ...older, openWhen: '', area: '', validUntil: null },
    ])
    expect(formalChannelCatalogue.read([older])).toMatchObject({
      ok: true,
      body: [{ openWhen: '', area: '' }],
    })
  })

  test('[H19] an area that is none, and a day that is none, are named', () => {
    expect(formalChannelCatalogue.read([{ ...window, area: '42032' }])).toMatchObject({
      problems: [{ field: 'area', because: 'wrong-shape' }],
    })
    expect(formalChannelCatalogue.read([{ ...window, validUntil: '2026-02-31' }])).toMatchObject({
      problems: [{ field: 'validUntil', because: 'not-a-day' }],
    })
  })
})
