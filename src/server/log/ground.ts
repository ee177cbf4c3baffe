import { createHash, randomBytes } from 'node:crypto'
import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { usualLimits, type LogGround, type Logs } from '#sync/log/ground.ts'
import type { Db } from '../db/database.ts'
import { postgresLog } from './postgres-log.ts'

const zip = promisify(gzip)

/** Chance, SHA-256 and gzip as this machine has them. */
export const nodeGround: LogGround = {
  newSalt: () => randomBytes(16),
  digest: parts => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest()
  },
  pack: async text => (await zip(text)).toString('base64'),
}

/** The logs of all villages in this database. */
export const logsOn = (db: Db): Logs => ({ store: postgresLog(db), ground: nodeGround, limits: usualLimits })
