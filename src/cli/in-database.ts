import { borrowDatabase, refusalOfFault, type DatabaseRefusal } from './open-database.ts'
import { readSettings } from './settings.ts'
import { sentences } from './start-words.ts'
import { languagesOf, sayIn, type Said } from './terminal.ts'

/** What a command needs of the world; a test gives its own. */
export type CommandParts = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly print: (said: Said) => void
  /** Says why not, and gives the number the command ends with. */
  readonly complain: (said: Said, ending: number) => number
}

export const worldParts = (): CommandParts => ({
  environment: process.env,
  print: said => console.log(sayIn(languagesOf(process.env), said)),
  complain: (said, ending) => {
    console.error(sayIn(languagesOf(process.env), said))
    return ending
  },
})

/** Does a command's work in the campaign's database, whether or not a server runs on it; ends with 1 where it cannot be had. */
export async function inDatabase(
  { environment, complain }: CommandParts,
  work: (databaseUrl: string) => Promise<number>,
): Promise<number> {
  const settings = readSettings([], environment)
  if (settings === null) return complain({ zh: 'PORT 不是一个端口。', en: 'PORT is not a port.' }, 2)
  const refused = ({ because, told }: { readonly because: DatabaseRefusal; readonly told: string }) =>
    complain(sentences[because]({ told, settings }), 1)
  const database = await borrowDatabase(settings)
  if (!database.ok) return refused(database)
  try {
    return await work(database.value.url)
  } catch (fault) {
    return refused(refusalOfFault(fault))
  } finally {
    await database.value.letGo()
  }
}
