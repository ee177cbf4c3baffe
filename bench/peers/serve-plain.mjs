// Two endpoints over the documents of a file, and the pages that ask them:
//   node serve-plain.mjs documents.json pages
// /pull?after=ID&limit=N  so many documents after that id, packed, as RxDB's replication asks for them
import { readFileSync } from 'node:fs'
import express from 'express'
import { gzipSync } from 'node:zlib'

const [documents = '', pages = ''] = process.argv.slice(2)
const all = JSON.parse(readFileSync(documents, 'utf8')).toSorted((one, other) => (one.id < other.id ? -1 : 1))

const app = express()
app.get('/pull', (request, answer) => {
  const { after = '', limit = '100' } = request.query
  const found = all.filter(({ id }) => id > after).slice(0, Number(limit))
  const text = JSON.stringify(found.map(family => ({ ...family, _deleted: false })))
  answer.set({ 'content-type': 'application/json', 'content-encoding': 'gzip' }).send(gzipSync(text))
})
app.use(express.static(pages))
const server = app.listen(0, '127.0.0.1', () =>
  console.log(`open at http://127.0.0.1:${server.address().port}`),
)
process.on('SIGTERM', () => process.exit(0))
