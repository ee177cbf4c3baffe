import { createHash } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'

/** From so many times on, a statement is prepared: planned once a connection, instead of each time. */
const oftenFrom = 5

/** No connection keeps more than so many: lists of many lengths make many statements. */
const mostPrepared = 200

/**
 * The class of connections whose frequent statements are prepared. Planning costs a short statement more than running it.
 * Those that `select *` stay as they are: a column added to a table would break every prepared one under a running server.
 */
export function preparing(): typeof Client {
  const times = new Map<string, number>()
  const names = new Map<string, string>()

  function nameOf(text: string): string | null {
    const known = names.get(text)
    if (known !== undefined) return known
    const count = (times.get(text) ?? 0) + 1
    if (names.size >= mostPrepared || /(select|returning) \*/i.test(text)) return null
    if (count < oftenFrom) {
      if (times.size >= 10 * mostPrepared) times.clear()
      times.set(text, count)
      return null
    }
    times.delete(text)
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
    names.set(text, name)
    return name
  }
  return class extends Client {
    constructor(config?: string | ClientConfig) {
      super(config)
      const plain = this.query.bind(this)
      const named = (asked: unknown, ...more: readonly unknown[]): unknown => {
        const [values] = more
        const name =
          typeof asked === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(asked) : null
        // The driver's many shapes of one call: only the plain text with its values gets a name.
        const ask = plain as (...all: readonly unknown[]) => unknown
        return name === null ? ask(asked, ...more) : ask({ name, text: asked, values }, ...more.slice(1))
      }
      this.query = named as typeof this.query
    }
  }
}
