import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Grant } from '#domain/access/grants.ts'
import { asDay } from '#domain/base/days.ts'
import { asId, asVillageCode, type DepartmentId, type PersonId, type TeamId } from '#domain/base/ids.ts'
import { roles, type Role } from '#domain/base/people.ts'
import type { Context } from '../http/context.ts'
import type { Db } from '../db/database.ts'
import { renewedWhenLeft } from './auth.ts'
import { passCookies } from './cookies.ts'
import { selectGrants, selectPerson, selectSignedIn, type GrantRow } from './people.sql.ts'
import { tokenOf } from './session-cookie.ts'

/**
 * Finds who sends a request, by its session cookie; null when nobody is signed in. Role and grants are read anew each
 * time, so that a task that ended or a session that was ended counts at once. With `reply`, a session in use is kept alive.
 */
export function openActors(accounts: Pick<Context, 'db' | 'auth'>): Context['actorOf'] {
  return async (request, reply) => (await signedIn(accounts, request, reply))?.actor ?? null
}

/** Who sends a request, and the id of the session it came with. */
export type SignedIn = { readonly actor: Actor; readonly session: string }

export async function signedIn(
  accounts: Pick<Context, 'db' | 'auth'>,
  request: FastifyRequest,
  reply?: FastifyReply,
): Promise<SignedIn | null> {
  if (request.headers.cookie === undefined) return null
  return (await inOneLook(accounts, request)) ?? signedInByLibrary(accounts, request, reply)
}

/** Session, person and grants in one statement; null where the library has to look: nobody, a session to be renewed. */
async function inOneLook(
  { db, auth }: Pick<Context, 'db' | 'auth'>,
  { headers }: FastifyRequest,
): Promise<SignedIn | null> {
  const token = tokenOf(headers.cookie ?? '', auth.options.secret)
  const row = token === null ? undefined : await selectSignedIn(db, token, renewedWhenLeft)
  const actor = row === undefined ? null : presentActor(row, row.grants)
  return row === undefined || actor === null ? null : { actor, session: row.session }
}

async function signedInByLibrary(
  { db, auth }: Pick<Context, 'db' | 'auth'>,
  request: FastifyRequest,
  reply?: FastifyReply,
): Promise<SignedIn | null> {
  const { response, headers } = await auth.api.getSession({
    headers: fromNodeHeaders(request.headers),
    query: { disableRefresh: reply === undefined },
    returnHeaders: true,
  })
  if (reply !== undefined) passCookies(headers, reply)
  if (response === null) return null
  const actor = await loadActor(db, asId<PersonId>(response.user.id))
  return actor === null ? null : { actor, session: response.session.id }
}

/** A person with role and grants as they are now; null when the account belongs to nobody of the campaign. */
export async function loadActor(db: Db, id: PersonId): Promise<Actor | null> {
  const person = await selectPerson(db, id)
  return person === undefined ? null : presentActor(person, await selectGrants(db, id))
}

type PersonRow = { readonly id: string; readonly name: string; readonly role: string }

function presentActor(person: PersonRow, grants: readonly GrantRow[]): Actor | null {
  const role = roles.find(role => role === person.role)
  if (role === undefined) return null
  return { id: asId<PersonId>(person.id), name: person.name, role, grants: grants.map(presentGrant) }
}

function presentGrant(row: GrantRow): Grant {
  const days = { from: asDay(row.from_on), until: row.until_on === null ? null : asDay(row.until_on) }
  switch (row.task) {
    case 'team':
      return {
        is: 'team',
        team: asId<TeamId>(row.team_id ?? ''),
        village: asVillageCode(row.reaches),
        ...days,
      }
    case 'village':
      return { is: 'village', village: asVillageCode(row.reaches), ...days }
    case 'department':
      return { is: 'department', department: asId<DepartmentId>(row.reaches), ...days }
    case 'area':
      return { is: 'area', prefix: row.reaches, ...days }
    default:
      return row.task satisfies never
  }
}

export type Face = 'phone' | 'desk'

/** The faces of the app that a role works with; the card is the household's and needs no account. */
export const facesOf = (role: Role): readonly Face[] => faces[role]

const faces = {
  visitor: ['phone'],
  'team-leader': ['phone', 'desk'],
  'village-cadre': ['phone'],
  'department-officer': ['desk'],
  office: ['desk'],
  'privacy-officer': ['desk'],
  household: [],
} as const satisfies Record<Role, readonly Face[]>
