import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const run = async (...args: readonly string[]) => {
  const printed: string[] = []
  const complained: string[] = []
  const code = await simulate(args, {
    print: line => printed.push(line),
    complain: line => complained.push(line),
  })
  return { code, printed, complained }
}

test('[S1] [S9] [S16] ten lives end with one line of figures, and nothing in them is lost, doubled, diverged or stuck', async () => {
  const { code, printed } = await run('--seeds', '10', '--from', '1')
  expect(code).toBe(0)
  expect(printed).toHaveLength(1)
  expect(printed[0]).toMatch(
    /^\{"seeds":10,"changes":[1-9]\d*,"lost":0,"doubled":0,"diverged":0,"stuck":0\}$/,
  )
})

test('[S5] a planted bug ends with the shortest history found, the figures last, and 1', async () => {
  const { code, printed } = await run('--seeds', '3', '--plant', 'drop-refused')
  expect(code).toBe(1)
  expect(printed[0]).toMatch(/^Seed \d+ breaks \[S\d+\] \(lost\): /)
  expect(printed.length).toBeLessThan(20)
  expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({ seeds: 3, doubled: 0 })
})

test.each([
  [['--seeds', '0'], '--seeds is a whole number'],
  [['--seeds', 'ten'], '--seeds is a whole number'],
  [['--from', '-1'], '--from is a whole number'],
  [['--seeds'], '--seeds needs something after it'],
  [['--plant', 'no-such-bug'], 'No planted bug is called no-such-bug'],
  [['--plant', 'drop-refused', '--postgres'], 'goes without --postgres'],
  [['--life', '7'], 'Not known here: --life'],
])('what is asked for amiss gets a sentence and 2: %j', async (args, sentence) => {
  const { code, printed, complained } = await run(...args)
  expect([code, printed]).toEqual([2, []])
  expect(complained.join('\n')).toContain(sentence)
})
