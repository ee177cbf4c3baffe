import { createRxDatabase } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'

const many = { type: 'array', items: { type: 'object', additionalProperties: true } }
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 64 },
    village: { type: 'string', maxLength: 12 },
    facts: many,
    members: many,
    consents: many,
    notBefore: { type: ['string', 'null'] },
    visits: many,
    needs: many,
    promises: many,
  },
  required: ['id'],
}

/** Replicates everything into this browser; so many documents at a time. */
globalThis.firstSync = async batch => {
  const began = performance.now()
  const database = await createRxDatabase({
    name: 'families',
    storage: getRxStorageDexie(),
    multiInstance: false,
  })
  const { families } = await database.addCollections({ families: { schema } })
  const replication = replicateRxCollection({
    collection: families,
    replicationIdentifier: 'first',
    live: false,
    pull: {
      batchSize: batch,
      handler: async (checkpoint, limit) => {
        const answer = await fetch(`/pull?after=${checkpoint?.id ?? ''}&limit=${limit}`)
        const documents = await answer.json()
        return { documents, checkpoint: documents.length === 0 ? checkpoint : { id: documents.at(-1).id } }
      },
    },
  })
  await replication.awaitInitialReplication()
  const milliseconds = performance.now() - began
  return { milliseconds, households: await families.count().exec() }
}
