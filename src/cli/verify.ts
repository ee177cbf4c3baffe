import { asVillageCode } from '#domain/base/ids.ts'
import { openDatabase } from '#server/db/database.ts'
import { verifyVillage } from '#server/log/verify.ts'
import { inDatabase, worldParts, type CommandParts } from './in-database.ts'

/**
 * `verify`: reads every village's log from its first change and says whether it is what it was when it was written.
 * Ends with 0 when all are sound, 1 when one is not.
 */
export function verify(parts: CommandParts = worldParts()): Promise<number> {
  return inDatabase(parts, async url => {
    const { db, close } = openDatabase(url, () => undefined, 1)
    try {
      const villages = await db.selectFrom('villages').select(['code', 'name']).orderBy('code').execute()
      const broken: string[] = []
      for (const { code, name } of villages) {
        const verification = await verifyVillage(db, asVillageCode(code))
        if (verification.is === 'broken')
          broken.push(`${name} ${code}: ${verification.what} ${verification.at}`)
      }
      if (broken.length > 0)
        return parts.complain(
          { zh: `对不上的：\n${broken.join('\n')}`, en: `Not as it was written:\n${broken.join('\n')}` },
          1,
        )
      parts.print({
        zh: `${villages.length} 个村的流水，从头到尾都对得上。`,
        en: `The logs of ${villages.length} villages are sound from their first change.`,
      })
      return 0
    } finally {
      await close()
    }
  })
}
