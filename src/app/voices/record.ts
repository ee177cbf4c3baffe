import type { Bytes } from '../store/cipher.ts'

/** A microphone that listens; or why there is none. */
export type Microphone =
  | { readonly ok: true; readonly stream: MediaStream; readonly mime: string }
  | { readonly ok: false; readonly because: 'not-allowed' | 'no-microphone' | 'not-able' }

/** What browsers record in: Opus in WebM, and AAC in MP4 on Apple's. */
const kinds = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/webm'] as const

/** Speech is clear at this, in bits a second; a minute is 180 kB. */
const bitsPerSecond = 24_000

/** How long one piece is, in milliseconds: so much may be lost when the phone dies [S3]. */
const pieceLasts = 1_000

/** Asks for the microphone. */
export async function openMicrophone(): Promise<Microphone> {
  const mime = 'MediaRecorder' in window ? kinds.find(kind => MediaRecorder.isTypeSupported(kind)) : undefined
  if (mime === undefined || navigator.mediaDevices === undefined) return { ok: false, because: 'not-able' }
  try {
    const audio = { channelCount: 1, echoCancellation: false, noiseSuppression: true }
    return { ok: true, mime, stream: await navigator.mediaDevices.getUserMedia({ audio }) }
  } catch (fault) {
    const isDenied = fault instanceof DOMException && fault.name === 'NotAllowedError'
    return { ok: false, because: isDenied ? 'not-allowed' : 'no-microphone' }
  }
}

export type Recorder = {
  /** Stops; resolves when the last piece has been given and the microphone is off. */
  readonly stop: () => Promise<void>
}

/**
 * Records piece by piece, each given in its order as soon as it is there. `over` is called once, when the last piece has been
 * laid: because it was stopped or the microphone was taken away, or because a piece was not taken.
 */
export function recordPieces(
  { stream, mime }: Extract<Microphone, { ok: true }>,
  lay: (piece: Bytes) => Promise<boolean>,
  over: (because: 'full' | 'ended') => void,
): Recorder {
  const recorder = new MediaRecorder(stream, { mimeType: mime, audioBitsPerSecond: bitsPerSecond })
  let laid = Promise.resolve(true)
  const ended = new Promise<void>(resolve => {
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop()
      void laid.then(isLaid => {
        over(isLaid ? 'ended' : 'full')
        resolve()
      })
    })
  })
  const stop = (): Promise<void> => {
    if (recorder.state !== 'inactive') recorder.stop()
    return ended
  }
  recorder.addEventListener('dataavailable', ({ data }) => {
    laid = laid.then(async wasLaid => {
      if (!wasLaid || data.size === 0) return wasLaid
      const isLaid = await lay(new Uint8Array(await data.arrayBuffer()))
      if (!isLaid) void stop()
      return isLaid
    })
  })
  recorder.start(pieceLasts)
  return { stop }
}
