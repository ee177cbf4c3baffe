import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A road to the database that can be cut and mended, as when its machine restarts. */
export type Cuttable = {
  /** The database's address by this road. */
  readonly url: string
  /** Breaks every connection and takes no new one. */
  cut(): Promise<void>
  /** Lets connections through again, at the same address. */
  mend(): Promise<void>
}

export async function cuttable(databaseUrl: string): Promise<Cuttable> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const open = (port: number) => listen(Number(target.port), sockets, port)
  let server = await open(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async mend() {
      server = await open(port)
    },
  }
}

async function listen(target: number, sockets: Set<Socket>, port: number): Promise<Server> {
  const server = createServer(near => {
    const far = connect(target, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          sockets.delete(from)
          to.destroy()
        })
      from.pipe(to)
    }
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
