import { asId } from '#domain/base/ids.ts'

/** A new random id, made where the thing is first written down. */
export const newId = <Id extends string>(): Id => asId<Id>(crypto.randomUUID())
