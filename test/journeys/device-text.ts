import type { Page } from 'playwright-core'

/**
 * All that a page's browser keeps, as one text: every database with its shelves, keys and sizes (what lies there is
 * sealed), local and session storage, and where the page stands.
 */
export const deviceTextOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const lines: string[] = []
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('not read')))
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await ask(indexedDB.open(name))
      for (const shelf of db.objectStoreNames) {
        const store = db.transaction(shelf).objectStore(shelf)
        const [keys, values] = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())])
        const sizes = values.map(value => (value instanceof Uint8Array ? '' : JSON.stringify(value)))
        lines.push(
          `${name}/${shelf}: ${keys.map((key, at) => `${String(key)} ${sizes[at] ?? ''}`).join(', ')}`,
        )
      }
      db.close()
    }
    const stored = (storage: Storage) => JSON.stringify(Object.entries(storage).toSorted())
    return [
      ...lines.toSorted(),
      stored(localStorage),
      stored(sessionStorage),
      location.href,
      document.title,
    ].join('\n')
  })
