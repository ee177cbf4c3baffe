import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Where a connection breaks: after so many bytes of what is asked, or of what is answered. */
export type Cut = { readonly way: 'asked' | 'answered'; readonly after: number }

/** A bad road to a server: every byte goes over it, and it breaks where a test says, in the middle of a byte stream. */
export type Road = {
  readonly address: string
  readonly port: number
  /** To which port of this machine it leads; moved when a server comes back at another. */
  leadTo(port: number): void
  /** Closed: every connection breaks and none is taken. */
  close(): void
  open(): void
  /** Asked once a connection, for where it breaks; null lets it be. */
  cutAt(next: () => Cut | null): void
  /** How many connections broke at their byte. */
  cuts(): number
  /** How many bytes of answers went over it. */
  answered(): number
  end(): Promise<void>
}

export async function layRoad(target: number): Promise<Road> {
  const sockets = new Set<Socket>()
  let port = target
  let isOpen = true
  let nextCut: () => Cut | null = () => null
  let cuts = 0
  let answered = 0

  const server = createServer(near => {
    if (!isOpen) return near.destroy()
    const far = connect(port, '127.0.0.1')
    const cut = nextCut()
    const breakOff = () => {
      near.resetAndDestroy()
      far.destroy()
    }
    for (const [way, from, to] of [
      ['asked', near, far],
      ['answered', far, near],
    ] as const) {
      let left = cut?.way === way ? cut.after : Infinity
      sockets.add(from)
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          sockets.delete(from)
          to.destroy()
        })
        .on('data', chunk => {
          if (way === 'answered') answered += Math.min(chunk.length, left)
          if (chunk.length < left) {
            left -= chunk.length
            to.write(chunk)
            return
          }
          cuts += 1
          const last = chunk.subarray(0, left)
          left = Infinity
          from.pause()
          to.write(last, breakOff)
        })
        .on('end', () => to.end())
    }
    return undefined
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const at = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${at.port}`,
    port: at.port,
    leadTo: next => {
      port = next
    },
    close: () => {
      isOpen = false
      breakAll()
    },
    open: () => {
      isOpen = true
    },
    cutAt: next => {
      nextCut = next
    },
    cuts: () => cuts,
    answered: () => answered,
    end: async () => {
      const closed = once(server, 'close')
      server.close()
      breakAll()
      await closed
    },
  }
}

/** The port on which a server of this process listens. */
export function portOf(server: { address(): string | AddressInfo | null }): number {
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('it listens on no port')
  return at.port
}
