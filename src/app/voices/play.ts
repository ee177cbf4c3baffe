import type { Bytes } from '../store/cipher.ts'

/** A sound that is being played. */
export type Playing = {
  readonly seconds: number
  readonly over: Promise<void>
  readonly stop: () => void
}

/**
 * Plays a sound from memory: it never becomes a file or an address of the browser's, which might be laid on the disk. Null
 * where the browser cannot make it out.
 */
export async function play(sound: Bytes): Promise<Playing | null> {
  const context = new AudioContext()
  try {
    const decoded = await context.decodeAudioData(sound.buffer)
    const source = context.createBufferSource()
    source.buffer = decoded
    source.connect(context.destination)
    const over = new Promise<void>(resolve => {
      source.addEventListener('ended', () => void context.close().then(resolve))
    })
    source.start()
    return { seconds: decoded.duration, over, stop: () => source.stop() }
  } catch {
    await context.close()
    return null
  }
}
