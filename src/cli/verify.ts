import { asVillageCode } from '#domain/base/ids.ts'
import { openDatabase } from '#server/db/database.ts'
import { verifyVillage } from '#server/log/verify.ts'
import { inDatabase, worldParts, type CommandParts } from './in-database.ts'

/**
 * `verify`: reads every village's log from its first change and says whether it is what it was when it was written.
 * Ends with 0 when all are sound, 1 when one is not. Marks by their numbers what bears a time that cannot be [S18].
 */
export function verify(parts: CommandParts = worldParts()): Promise<number> {
  return inDatabase(parts, async url => {
    const { db, close } = openDatabase(url, () => undefined, 1)
    try {
      const villages = await db.selectFrom('villages').select(['code', 'name']).orderBy('code').execute()
      const broken: string[] = []
      const clockOff: string[] = []
      for (const { code, name } of villages) {
        const verification = await verifyVillage(db, asVillageCode(code))
        if (verification.is === 'broken')
          broken.push(`${name} ${code}: ${verification.what} ${verification.at}`)
        else if (verification.clockOff.length > 0)
          clockOff.push(`${name} ${code}: ${verification.clockOff.join(' ')}`)
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
      if (clockOff.length > 0)
        parts.print({
          zh: `写的时候手机的钟走错了、时间不可能对的：\n${clockOff.join('\n')}`,
          en: `Bear a time that cannot be, since a phone’s clock was wrong:\n${clockOff.join('\n')}`,
        })
      return 0
    } finally {
      await close()
    }
  })
}
