/**
 * What starting, finding or checking a database can come to: the thing asked for, or a refusal with a fixed
 * word. `told` is what the machine said, for the log; the sentence a person reads is made from the word.
 */
export type Outcome<T, Because extends string> = { readonly ok: true; readonly value: T } | Refusal<Because>

export type Refusal<Because extends string> = {
  readonly ok: false
  readonly because: Because
  readonly told: string
}

/** Why the database of a data folder does not start. */
export type StartRefusal =
  /** Another Wuxin that is alive uses this data folder; `told` is its address, or empty when it has none yet. */
  | 'already-running'
  /** The data folder cannot be made, read or written by us. */
  | 'folder-unwritable'
  /** The disk, or our share of it, is full. */
  | 'disk-full'
  /** The port that was asked for is used by another program. */
  | 'port-taken'
  /** The data folder was made by another major version of PostgreSQL. */
  | 'folder-of-another-version'
  /** No PostgreSQL is shipped for this kind of machine; an outside one is needed. */
  | 'no-postgres-for-this-machine'
  /** PostgreSQL is there but this machine cannot run it, e.g. for want of glibc. */
  | 'postgres-does-not-run'
  /** We are root, PostgreSQL must not be, and there is no user to run it as nor a way to make one. */
  | 'no-database-user'
  /** A PostgreSQL left on this folder by an earlier start does not stop. */
  | 'orphan-does-not-stop'
  /** PostgreSQL ended while starting, for none of the reasons above. */
  | 'postgres-does-not-start'

export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <Because extends string>(because: Because, told: string): Refusal<Because> => ({
  ok: false,
  because,
  told,
})

/**
 * Reads the reason out of what the file system or PostgreSQL itself said (always in English, since it is run
 * with the locale C), or answers `otherwise`.
 */
export function refusalFrom(told: string, otherwise: StartRefusal): Refusal<StartRefusal> {
  const known = knownReasons.find(reason => reason.words.test(told))
  return refuse(known?.because ?? otherwise, told)
}

const knownReasons = [
  { because: 'disk-full', words: /No space left on device|Disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i },
  { because: 'port-taken', words: /Address already in use|\bEADDRINUSE\b/ },
  { because: 'folder-of-another-version', words: /database files are incompatible with server/ },
  {
    because: 'folder-unwritable',
    words: /\b(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|ELOOP)\b|Permission denied|Read-only file system/,
  },
] as const

/** What an unknown thrown thing says; of several at once (one per address tried) all of them. */
export function saidBy(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.message === '') return thrown.errors.map(saidBy).join('; ')
  return thrown instanceof Error ? thrown.message : String(thrown)
}
