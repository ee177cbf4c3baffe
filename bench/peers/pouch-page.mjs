import PouchDB from 'pouchdb'

/** Replicates everything into this browser; so many documents at a time. */
globalThis.firstSync = async batch => {
  const began = performance.now()
  const local = new PouchDB('families')
  const remote = new PouchDB(`${location.origin}/couch/families`)
  await local.replicate.from(remote, { batch_size: batch })
  const milliseconds = performance.now() - began
  const { doc_count: households } = await local.info()
  return { milliseconds, households }
}
