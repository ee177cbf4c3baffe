import type { SyncAnswer } from '../wire.ts'

/** An answer as an app of this wire knows it: nothing in it that came with a later one [S19]. */
export function presentForWire(answer: SyncAnswer, wire: number): unknown {
  if (wire > 1) return answer
  const { handedOver: _handedOver, handed: _handed, villages, ...known } = answer
  return { ...known, wire, villages: villages.map(({ colleagues: _colleagues, ...news }) => news) }
}
