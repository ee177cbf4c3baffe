import * as z from 'zod/mini'
import type { Actor } from '#domain/access/grants.ts'
import { allCatalogues } from '#domain/catalogues/all-catalogues.ts'
import {
  isCatalogueName,
  type CatalogueEdition,
  type CatalogueName,
  type EditionLine,
  type EditRefused,
} from '#domain/catalogues/catalogue.ts'
import { areasOf, forThose, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused, presentRefusal } from '../http/refusals.ts'
import { insertEdition, selectEdition, selectHistory, selectNewerThan } from './catalogues.sql.ts'

const edit = z.strictObject({ from: z.int().check(z.gte(0)), body: z.unknown() })

const anybody = (): boolean => true
const mayEdit = (actor: Actor, today: Asked['today']): boolean =>
  actor.role === 'office' && areasOf(actor, today).length > 0

/** Catalogues: whoever is signed in reads them, the office of an area edits them; every version stays. */
export function catalogueRoutes(app: App, context: Context): void {
  const { db } = context
  // `?policies=3&talk=0`: what is newer than the versions the device has.
  app.get(
    '/api/catalogues',
    forThose(context, anybody, async ({ request }) => {
      const known = knownVersions(request.query)
      return known.length === 0 ? [] : selectNewerThan(db, known)
    }),
  )
  app.get(
    '/api/catalogues/:name/history',
    forThose(context, mayEdit, asked => ofCatalogue(asked, name => selectHistory(db, name))),
  )
  app.get(
    '/api/catalogues/:name/:version',
    forThose(context, mayEdit, asked =>
      ofCatalogue(asked, async name => {
        const { version } = asked.request.params as { readonly version: string } // the route names it
        const edition = await selectEdition(db, name, /^\d{1,9}$/.test(version) ? Number(version) : 0)
        return edition ?? answerRefused(asked.reply, 'not-found')
      }),
    ),
  )
  app.put(
    '/api/catalogues/:name',
    forThose(context, mayEdit, asked => ofCatalogue(asked, name => takeEdit(context, asked, name))),
  )
}

/** Keeps what the office wrote, as a new version; refuses what is broken line by line, and what began from an older one. */
async function takeEdit({ db }: Context, asked: Asked, name: CatalogueName): Promise<unknown> {
  const { request, reply, actor, now } = asked
  const sent = edit.safeParse(request.body)
  if (!sent.success) return answerRefused(reply, 'broken-request')
  const { from, body } = sent.data
  const read = allCatalogues[name].read(body)
  if (!read.ok) return refuse(asked, { because: 'catalogue-broken', problems: read.problems })
  const editedBy = { id: actor.id, name: actor.name }
  const edition: CatalogueEdition = { name, version: from + 1, body: read.body, editedBy, editedAt: now }
  if (await insertEdition(db, from, edition)) return presentLine(edition)
  const [newest] = await selectHistory(db, name)
  if (newest === undefined) return answerRefused(reply, 'broken-request')
  return refuse(asked, { because: 'catalogue-moved', now: newest })
}

const presentLine = ({ name, version, editedBy, editedAt }: CatalogueEdition): EditionLine => ({
  name,
  version,
  editedBy,
  editedAt,
})

const refuse = ({ reply }: Asked, refused: EditRefused): unknown =>
  reply
    .status(refused.because === 'catalogue-moved' ? 409 : 422)
    .send({ ...presentRefusal(refused.because), ...refused })

function ofCatalogue(
  { request, reply }: Asked,
  answer: (name: CatalogueName) => Promise<unknown>,
): Promise<unknown> {
  const { name } = request.params as { readonly name: string } // the route names it
  return isCatalogueName(name) ? answer(name) : Promise.resolve(answerRefused(reply, 'not-found'))
}

/** The names and versions of a query; a name this server does not know, a newer app's, is passed over [S19]. */
const knownVersions = (query: unknown): readonly (readonly [CatalogueName, number])[] =>
  Object.entries(query ?? {}).flatMap(([name, version]): [CatalogueName, number][] =>
    isCatalogueName(name) && typeof version === 'string' && /^\d{1,9}$/.test(version)
      ? [[name, Number(version)]]
      : [],
  )
