import { describe, expect, test } from 'vitest'
import { gaoqiao, heLan, otherVillage, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { logContract } from '#test/log/contract.ts'
import { logsAt, teamAmong } from '../simulation/server.ts'
import { newVillageLog, type LogState, type MemoryPlace } from './memory-log.ts'

const people = [zhouMin, tianJianguo, heLan]

function newPlace(fate: Pick<MemoryPlace, 'beforeCommit' | 'afterCommit'> = {}) {
  let state: LogState = {
    epoch: 'epoch-one',
    villages: new Map([
      [gaoqiao, newVillageLog('高桥村')],
      [otherVillage, newVillageLog('上湾村')],
    ]),
    refusals: [],
  }
  return { get: () => state, set: (next: LogState) => (state = next), teamOf: teamAmong(people), ...fate }
}

describe('the log in memory', () => {
  for (const { name, prove } of logContract)
    test(name, async () => {
      const place = newPlace()
      const everything = () => Promise.resolve(textOf(place.get()))
      await expect(
        prove({ logs: logsAt(place), unpack: text => Promise.resolve(text), everything }),
      ).resolves.toBeUndefined()
    })
})

const textOf = (state: LogState): string =>
  JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? [...value] : value))
