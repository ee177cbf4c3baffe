import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmall, leastShown, outside, type Flow } from './small-cells.ts'
import { flowsOfTable } from './open-table.ts'

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 1, 2, 9, 13)), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  )

/** Another table, or other sums, that show the same: found by trying, not by the rule under test. */
function differsSomewhere(flows: readonly Flow[], hidden: ReadonlySet<string>, id: string): boolean {
  const unknown = flows.filter(flow => hidden.has(flow.id))
  const nodes = [...new Set(flows.flatMap(({ from, to }) => [from, to]))].filter(node => node !== outside)
  const isWhole = (counts: ReadonlyMap<string, number>): boolean =>
    nodes.every(node => sumOf(flows, counts, node, 'to') === sumOf(flows, counts, node, 'from'))
  const steps = (at: number, counts: ReadonlyMap<string, number>, left: number): boolean => {
    const flow = unknown[at]
    if (flow === undefined)
      return counts.get(id) !== flows.find(one => one.id === id)?.count && isWhole(counts)
    return [0, 1, -1].some(step => {
      if (step !== 0 && left === 0) return false
      const count = flow.count + step
      if (count < Math.min(flow.count, 1)) return false
      return steps(at + 1, new Map([...counts, [flow.id, count]]), step === 0 ? left : left - 1)
    })
  }
  return steps(0, new Map(), 8)
}

const sumOf = (
  flows: readonly Flow[],
  counts: ReadonlyMap<string, number>,
  node: string,
  end: 'from' | 'to',
): number =>
  flows.filter(flow => flow[end] === node).reduce((sum, flow) => sum + (counts.get(flow.id) ?? flow.count), 0)

describe('small cells', () => {
  test('a number of 1 to 4 is not written, and one alone takes another with it in its row and in its column', () => {
    const flows = flowsOfTable([
      [31, 18, 2],
      [27, 24, 6],
      [44, 11, 19],
    ])
    const hidden = hideSmall(flows)
    expect(hidden.has('cell:0:2')).toBe(true)
    for (const line of ['0:', '1:'])
      expect([...hidden].filter(id => id.startsWith(`cell:${line}`)).length).not.toBe(1)
    expect(hidden.size).toBeGreaterThanOrEqual(4)
  })

  test('what is five or more stays when nothing small is near', () => {
    expect([
      ...hideSmall(
        flowsOfTable([
          [5, 7],
          [8, 0],
        ]),
      ),
    ]).toEqual([])
  })

  test('a whole of fewer than five is hidden with all its parts', () => {
    const hidden = hideSmall(
      flowsOfTable([
        [3, 0],
        [0, 1],
      ]),
    )
    expect(hidden.has('grand')).toBe(true)
    expect(hidden.has('cell:0:0') && hidden.has('cell:1:1')).toBe(true)
  })

  test('no hidden number can be worked out from the shown cells, rows, columns and the whole', () => {
    fc.assert(
      fc.property(table, cells => {
        const flows = flowsOfTable(cells)
        const hidden = hideSmall(flows)
        for (const flow of flows) {
          if (flow.count > 0 && flow.count < leastShown) expect(hidden.has(flow.id)).toBe(true)
          if (hidden.has(flow.id) && hidden.size < flows.length && flow.id.startsWith('cell'))
            expect(
              differsSomewhere(flows, hidden, flow.id),
              JSON.stringify({ cells, hidden: [...hidden], id: flow.id }),
            ).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
