import { asId, type DeviceId } from '#domain/base/ids.ts'
import { wireVersion, type DeviceReport, type SyncRequest } from '#sync/wire.ts'

/** The report of a device on which all is well. */
export const wellReport: DeviceReport = {
  app: '',
  waiting: 0,
  oldestAt: null,
  forReview: 0,
  notStored: false,
}

/** What a new device asks that has written nothing; a test states what it says besides. */
export const syncRequestWith = (said: Partial<SyncRequest> = {}): SyncRequest => ({
  wire: wireVersion,
  device: asId<DeviceId>('device-0001'),
  epoch: null,
  changes: [],
  openings: [],
  villages: [],
  room: 4_000_000,
  report: wellReport,
  handOver: [],
  taken: [],
  ...said,
})
