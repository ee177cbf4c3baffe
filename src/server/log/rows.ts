import type { ChangeKept, DiaryKept, HouseholdKept, LogWrites, RefusalKept } from '#sync/log/store.ts'
import type { RowsToWrite } from './log.sql.ts'
import { needRowsOf } from './need-rows.ts'

/** What a transaction writes, as the texts of JSON that its one statement takes. */
export const presentWrites = (writes: LogWrites): RowsToWrite => ({
  changes: textOf(writes.changes.map(changeRow)),
  households: householdsText(writes.households),
  needs: textOf(writes.households.flatMap(({ state }) => needRowsOf(state))),
  diaries: textOf(writes.diaries.map(diaryRow)),
  refusals: textOf(writes.refusals.map(refusalRow)),
  moved:
    writes.moved === null
      ? null
      : {
          ...writes.moved,
          chain: Buffer.from(writes.moved.chain),
          totals: JSON.stringify(writes.moved.totals),
        },
})

/** Refusals as one text of JSON; null where there are none. */
export const presentRefusals = (refusals: readonly RefusalKept[]): string | null =>
  textOf(refusals.map(refusalRow))

const textOf = (rows: readonly unknown[]): string | null => (rows.length === 0 ? null : JSON.stringify(rows))

const changeRow = ({ recorded: { seq, change, author, receivedAt }, device, salt, digest }: ChangeKept) => ({
  seq,
  change_id: change.id,
  kind: change.kind,
  household_id: change.household,
  author_id: author.id,
  author_name: author.name,
  author_role: author.role,
  device_id: device,
  happened_at: change.happenedAt,
  received_at: receivedAt,
  after: change.after,
  body: change.body,
  salt: salt === null ? null : hexOf(salt),
  digest: hexOf(digest),
})

const hexOf = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

/** The states are JSON already, made once for their hashes. */
function householdsText(households: readonly HouseholdKept[]): string | null {
  if (households.length === 0) return null
  const rows = households.map(
    ({ state, text, seq, hashTeam, hashCadre }) =>
      `{"household_id":${JSON.stringify(state.id)},"seq":${seq},"hash_team":${hashTeam},"hash_cadre":${hashCadre},"state":${text}}`,
  )
  return `[${rows.join(',')}]`
}

const diaryRow = ({ visit, household, by, writtenAt, text }: DiaryKept) => ({
  visit_id: visit,
  household_id: household,
  author_id: by,
  written_at: writtenAt,
  story: text,
})

const refusalRow = ({
  village,
  id,
  household,
  because,
  author,
  device,
  receivedAt,
  change,
}: RefusalKept) => ({
  village_code: village,
  change_id: id,
  household_id: household,
  because,
  author_id: author.id,
  device_id: device,
  received_at: receivedAt,
  change,
})
