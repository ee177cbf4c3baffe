import type { PersonId } from '#domain/base/ids.ts'
import type { SyncAnswer, SyncRequest } from '../wire.ts'
import type { SyncAnswer1, SyncRequest1 } from '../wire-1.ts'

/**
 * Why a request brought no answer. `not-understood`: the server read it and found it of no shape it knows, or too
 * large; `other-version`: app and server are too far apart.
 */
export type NoAnswer =
  | 'no-signal'
  | 'signed-out'
  | 'another-person'
  /** This device was stopped: it takes away all it keeps of this person. */
  | 'revoked'
  | 'not-understood'
  | 'other-version'
  | 'too-many'
  | 'server-trouble'

export type Posted<A = SyncAnswer> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly because: NoAnswer }

/** How many bytes of an answer have come; `of`: how many there are, where that is known. */
export type Coming = { readonly got: number; readonly of: number | null }

/** The way to the server. It never throws for a bad network: an answer cut anywhere is `no-signal` [S17]. */
export type Transport = {
  /**
   * `as`: whose changes these are, so that a session of somebody else on this browser is noticed. `coming`: hears how
   * much of the answer is here.
   */
  readonly post: (request: SyncRequest, as: PersonId, coming?: (so: Coming) => void) => Promise<Posted>
  /** The same to a server that speaks only the first wire; absent where there is no such server [S19]. */
  readonly postOlder?: (
    request: SyncRequest1,
    as: PersonId,
    coming?: (so: Coming) => void,
  ) => Promise<Posted<SyncAnswer1>>
  /** Undoes base64 and gzip; throws where the text is cut. */
  readonly unzip: (gzip: string) => Promise<string>
}
