/** For so many bytes a device asks at first [S17]. */
export const roomAtFirst = 256_000
const smallest = 16_000
const largest = 4_000_000

/** After an answer that came: the line holds, so the next may be larger. */
export const roomAfterAnswer = (room: number): number => Math.min(largest, room * 2)

/** After a request that was cut: smaller steps get through a bad line. */
export const roomAfterCut = (room: number): number => Math.max(smallest, Math.floor(room / 2))
