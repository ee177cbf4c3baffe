import type { FormalLine } from '#domain/formal/formal-channel.ts'
import { formalFrom } from '#domain/formal/kept-formal.ts'
import { shippedFormalChannel } from '#domain/formal/shipped/formal-channel.ts'
import type { LinesOf } from '../catalogues/use-catalogue.ts'

export const formalLines: LinesOf<FormalLine> = {
  name: 'formal-channel',
  shipped: shippedFormalChannel,
  from: formalFrom,
}
