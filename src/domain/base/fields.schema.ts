import * as z from 'zod/mini'
import { dayPattern, instantPattern, parseDay, type Day, type Instant } from './days.ts'
import { idPattern, villagePattern, type VillageCode } from './ids.ts'

/**
 * The fields all changes are made of. A field that becomes a branded type is checked by its pattern and then
 * named so: the cast stands here once, where the parsing is.
 */
export const id = <Id extends string>() =>
  z.string().check(z.regex(idPattern)) as unknown as z.ZodMiniType<Id, Id>

export const villageCode = z.string().check(z.regex(villagePattern)) as unknown as z.ZodMiniType<
  VillageCode,
  VillageCode
>

export const day = z.string().check(
  z.regex(dayPattern),
  z.refine(text => parseDay(text) !== null),
) as unknown as z.ZodMiniType<Day, Day>

export const instant = z.string().check(z.regex(instantPattern)) as unknown as z.ZodMiniType<Instant, Instant>

/** A few words: a name, a time, a place. */
export const words = z.string().check(z.maxLength(200))

/** A sentence or two, as somebody said them. */
export const sentences = z.string().check(z.maxLength(2000))
