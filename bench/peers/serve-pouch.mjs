// A CouchDB-protocol server over memory with the documents of a file, on a free port of this machine:
//   node serve-pouch.mjs documents.json pages
import { readFileSync } from 'node:fs'
import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'
import memory from 'pouchdb-adapter-memory'

const [documents = '', pages = ''] = process.argv.slice(2)
PouchDB.plugin(memory)
const InMemory = PouchDB.defaults({ adapter: 'memory' })
const families = new InMemory('families')
const all = JSON.parse(readFileSync(documents, 'utf8'))
await families.bulkDocs(all.map(family => ({ _id: family.id, ...family })))

const app = express()
app.use('/couch', expressPouch(InMemory, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
app.use(express.static(pages))
const server = app.listen(0, '127.0.0.1', () =>
  console.log(`open at http://127.0.0.1:${server.address().port}`),
)
process.on('SIGTERM', () => process.exit(0))
