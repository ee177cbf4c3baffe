import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { parseRescueFile, presentRescueFile } from './rescue-file.ts'

const records = [
  { key: 'outbox/000000001-change-0001', sealed: 'AQID' },
  { key: 'drafts/diary/visit-0001', sealed: 'BAUG' },
]
const file = await presentRescueFile(records, asDay('2026-04-16'))

test('[S21] a rescue file is read as it was saved; its name has the day and nobody’s name', async () => {
  expect(file).toMatchObject({ name: 'wuxin-rescue-2026-04-16.json', count: 2 })
  expect(await parseRescueFile(`${file.text}\n`)).toEqual({ ok: true, records })
})

test('a file that was cut anywhere is not taken for whole', async () => {
  for (let at = 20; at < file.text.length; at++)
    expect(await parseRescueFile(file.text.slice(0, at))).toMatchObject({ ok: false })
  expect(await parseRescueFile(file.text.slice(0, 100))).toEqual({ ok: false, because: 'cut' })
})

test('an edited file, a foreign one and one of a later app are told apart', async () => {
  expect(await parseRescueFile(file.text.replace('AQID', 'AQIE'))).toEqual({ ok: false, because: 'edited' })
  expect(await parseRescueFile('姓名,电话\n')).toEqual({ ok: false, because: 'foreign' })
  const later = file.text.replace('"rescue":1', '"rescue":2')
  expect(await parseRescueFile(later)).toEqual({ ok: false, because: 'newer' })
})
