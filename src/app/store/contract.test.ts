import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '#sync/engine/memory-store.ts'
import { storeContract } from './contract.ts'

describe('the store in memory', () => {
  for (const { name, prove } of storeContract)
    test(name, async () => {
      const store = createMemoryStore()
      await expect(prove({ store, reopen: () => Promise.resolve(store) })).resolves.toBeUndefined()
    })
})
