import { expect, test } from 'vitest'
import { csvOf } from './save-table.ts'

test('a table is saved with its mark, quoted where it must be, and no cell as a formula', () => {
  expect(
    csvOf([
      ['哪里', '件数'],
      ['一村,二村', 5],
      ['=HYPERLINK("x")', 0],
      ['他说"好"', 1],
    ]),
  ).toBe('\uFEFF哪里,件数\r\n"一村,二村",5\r\n"\'=HYPERLINK(""x"")",0\r\n"他说""好""",1\r\n')
})
