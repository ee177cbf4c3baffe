import type { PersonId } from '../base/ids.ts'
import type { Role } from '../base/people.ts'

export const openerRoles = ['privacy-officer', 'office'] as const satisfies readonly Role[]
export type OpenerRole = (typeof openerRoles)[number]

/** Somebody who, with another, opens sealed letters; the private half of the key is wrapped under a passphrase of their own. */
export type Opener = {
  readonly id: PersonId
  readonly name: string
  readonly role: OpenerRole
  /** The public half: raw P-256 in base64. */
  readonly key: string
}

/** What tells one key of an opener from another: the beginning of its public half. */
export const keyMark = ({ key }: Pick<Opener, 'key'>): string => key.slice(0, 16)

/** Whoever can open a letter together: any two, at least one of them the privacy officer; nobody alone [H19]. */
export const pairsOf = <Named extends Pick<Opener, 'role'>>(
  openers: readonly Named[],
): readonly (readonly [Named, Named])[] =>
  openers.flatMap((one, at) =>
    openers
      .slice(at + 1)
      .filter(other => [one, other].some(({ role }) => role === 'privacy-officer'))
      .map((other): readonly [Named, Named] => [one, other]),
  )

/** Those whom a letter can pass by, because it is about them, and still be opened by two. */
export const mayBeLeftOut = (openers: readonly Opener[], leftOut: ReadonlySet<PersonId>): readonly Opener[] =>
  openers.filter(
    ({ id }) =>
      leftOut.has(id) ||
      pairsOf(openers.filter(other => other.id !== id && !leftOut.has(other.id))).length > 0,
  )
