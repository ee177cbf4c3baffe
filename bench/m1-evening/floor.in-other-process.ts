import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { VillageCode } from '#domain/base/ids.ts'
import { answerOrder } from '../run/other-process.ts'

export type FloorOrder = {
  readonly databaseUrl: string
  readonly villages: readonly VillageCode[]
  readonly atOnce: number
  readonly seconds: number
}

export type FloorAnswer = {
  readonly transactions: number
  readonly changes: number
  readonly seconds: number
}

/**
 * The bare transaction: lock, read, insert 24 changes, update 4 households, insert 4 needs, move the village's head,
 * commit. Nothing is judged, folded or hashed; what is written is what lay there already. It comes last, since the logs it leaves do not verify.
 */
answerOrder(async ({ databaseUrl, villages, atOnce, seconds }: FloorOrder): Promise<FloorAnswer> => {
  const clients = await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = new Client({ connectionString: databaseUrl })
      await client.connect()
      return client
    }),
  )
  const [first] = clients
  if (first === undefined) throw new Error('no connection')
  const rows = await readRows(first)
  const known = await readHouseholds(first)
  let transactions = 0
  const began = performance.now()
  await Promise.all(
    clients.map(async (client, at) => {
      for (let round = at; performance.now() - began < seconds * 1000; round += atOnce) {
        const village = villages[round % villages.length] ?? ''
        const ids = known.get(village) ?? []
        const four = Array.from({ length: 4 }, (_, visit) => ids[(round * 4 + visit) % ids.length] ?? '')
        await transact(client, { village, four, rows })
        transactions += 1
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  await Promise.all(clients.map(client => client.end()))
  return { transactions, changes: transactions * 24, seconds: took }
})

type Rows = readonly {
  readonly kind: string
  readonly body: string
  readonly author_id: string
  readonly author_name: string
}[]

/** Twenty-four changes as an evening wrote them. */
const readRows = async (client: Client): Promise<Rows> =>
  (
    await client.query<Rows[number]>(
      `select kind, body::text, author_id, author_name from changes
        where village_code = (select village_code from changes order by received_at desc limit 1) order by seq desc limit 24`,
    )
  ).rows

async function readHouseholds(client: Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ village_code: string; ids: string[] }>(
    'select village_code, array_agg(household_id) ids from households group by village_code',
  )
  return new Map(rows.map(({ village_code, ids }) => [village_code, ids]))
}

type Bare = { readonly village: string; readonly four: readonly string[]; readonly rows: Rows }

async function transact(client: Client, { village, four, rows }: Bare): Promise<void> {
  const many = <T>(make: (row: Rows[number], at: number) => T): readonly T[] => rows.map(make)
  await client.query('begin')
  const locked = await client.query<{ head: string }>({ name: 'lock', text: lock, values: [village] })
  const read = await client.query<{ household_id: string; state: string }>({
    name: 'read',
    text: readStates,
    values: [village, four],
  })
  const head = Number(locked.rows[0]?.head)
  const now = new Date().toISOString()
  await client.query({
    name: 'changes',
    text: insertChanges,
    values: [
      village,
      many((_, at) => head + 1 + at),
      many(() => randomUUID()),
      many(row => row.kind),
      many((_, at) => four[at % 4]),
      many(row => row.author_id),
      many(row => row.author_name),
      now,
      many(row => row.body),
      many(() => randomBytes(16)),
      many(() => randomBytes(32)),
    ],
  })
  const states = read.rows
  await client.query({
    name: 'households',
    text: updateHouseholds,
    values: [village, states.map(row => row.household_id), states.map(row => row.state), head + 24],
  })
  await client.query({
    name: 'needs',
    text: insertNeeds,
    values: [village, four.map(() => randomUUID()), four],
  })
  await client.query({ name: 'village', text: moveHead, values: [village, head + 24] })
  await client.query('commit')
}

const lock = 'select head, chain, totals, checksum_team from villages where code = $1 for update'
const readStates =
  'select household_id, state::text from households where village_code = $1 and household_id = any($2)'
const insertChanges = `
  insert into changes (village_code, seq, change_id, kind, household_id, author_id, author_name, author_role, device_id,
                       happened_at, received_at, after, body, salt, digest)
  select $1, seq, id, kind, household, author, name, 'visitor', 'bare-device', $8::timestamptz, $8::timestamptz, '{}', body, salt, digest
    from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $9::jsonb[], $10::bytea[], $11::bytea[])
      as row (seq, id, kind, household, author, name, body, salt, digest)`
const updateHouseholds = `
  update households set state = row.state, seq = $4
    from unnest($2::text[], $3::jsonb[]) as row (id, state) where village_code = $1 and household_id = row.id`
const insertNeeds = `
  insert into needs (village_code, need_id, household_id, stage, category, owner_id, heard_on, answered_by_household)
  select $1, row.id, row.household, 'heard', 'hardship', 'bare-owner', current_date, false
    from unnest($2::text[], $3::text[]) as row (id, household)`
const moveHead = 'update villages set head = $2 where code = $1'
