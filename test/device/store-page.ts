import { asId, type PersonId } from '#domain/base/ids.ts'
import { addPasskey, openWithPasskey } from '#app/accounts/passkey.ts'
import { makeVault, openVault, allowTries, vaultIn } from '#app/accounts/vault.ts'
import { storeContract } from '#app/store/contract.ts'
import { openPersonDatabase } from '#app/store/database.ts'
import { createIndexedDbStore } from '#app/store/indexed-db-store.ts'

/** What the tests of store and vault ask of the browser. */
const page = {
  promises: storeContract.map(({ name }) => name),

  async prove(at: number): Promise<void> {
    const person = asId<PersonId>(`person-${crypto.randomUUID()}`)
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    const open = async () => createIndexedDbStore(await openPersonDatabase(person), key)
    await storeContract[at]?.prove({ store: await open(), reopen: open })
  },

  async makeVault(person: string, pin: string): Promise<boolean> {
    const db = await openPersonDatabase(asId<PersonId>(person))
    const key = await makeVault(db, pin)
    await createIndexedDbStore(db, key).commit([{ put: 'drafts', key: 'one', value: { text: '守田叔' } }])
    const { extractable } = key
    db.close()
    return extractable
  },

  /** Opens the vault at a moment of the device's clock (milliseconds); what it answers, and what it reads then. */
  async open(person: string, pin: string, at: number) {
    const db = await openPersonDatabase(asId<PersonId>(person))
    const { key, ...answer } = { key: null, ...(await openVault(db, pin, () => at)) }
    const read = key === null ? null : await createIndexedDbStore(db, key).read()
    const state = await vaultIn(db)
    db.close()
    return { ...answer, state, text: read?.drafts.get('one')?.text ?? null }
  },

  async allowTries(person: string): Promise<void> {
    const db = await openPersonDatabase(asId<PersonId>(person))
    await allowTries(db)
    db.close()
  },

  async cost(person: string) {
    const db = await openPersonDatabase(asId<PersonId>(person))
    const lock = await db.get('vault', 'this')
    db.close()
    return lock?.cost ?? null
  },

  async addPasskey(person: string, pin: string): Promise<boolean> {
    const db = await openPersonDatabase(asId<PersonId>(person))
    const added = await addPasskey(db, pin, '周敏')
    db.close()
    return added
  },

  async openWithPasskey(person: string) {
    const db = await openPersonDatabase(asId<PersonId>(person))
    const key = await openWithPasskey(db)
    const read = key === null ? null : await createIndexedDbStore(db, key).read()
    db.close()
    return { extractable: key?.extractable ?? null, text: read?.drafts.get('one')?.text ?? null }
  },

  /** Lays one sealed record in the place of another and reads. */
  async swapped(): Promise<string> {
    const db = await openPersonDatabase(asId<PersonId>(`person-${crypto.randomUUID()}`))
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    const store = createIndexedDbStore(db, key)
    await store.commit([{ put: 'drafts', key: 'one', value: { text: '一' } }])
    const sealed = await db.get('drafts', 'one')
    if (sealed !== undefined) await db.put('drafts', sealed, 'two')
    return store.read().then(
      () => 'read',
      fault => String(fault),
    )
  },
}

export type StorePage = typeof page

Object.assign(globalThis, { page })
