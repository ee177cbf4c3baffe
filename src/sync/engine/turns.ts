/** Lets one thing happen after the other: what is given here begins when all that was given before is over. */
export function createTurns(): <T>(turn: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return turn => {
    const mine = last.then(turn, turn)
    last = mine.catch(() => null)
    return mine
  }
}
