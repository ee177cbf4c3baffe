import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The style sheet of the household's page, as it is sent. */
export const style = readFileSync(new URL('card.css', import.meta.url), 'utf8')

/** Its address carries its digest: a browser keeps it for ever, and asks for a new one by a new name. */
export const styleAddress = `/k/card.css?${createHash('sha256').update(style).digest('hex').slice(0, 8)}`
