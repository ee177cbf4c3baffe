/**
 * A voice note (录音): the visitor's own words, spoken after leaving a family, beside the diary or in its place [H8]. The
 * family is never recorded. Only the one who spoke it can hear it.
 */

/** How long a voice note may be, in seconds. */
export const longestVoice = 180

/** How many voice notes one diary may have. */
export const mostVoices = 5

/** A voice note is kept for so many days, like a diary that nothing came of (ours; domain section 4). */
export const voiceKeptForDays = 180
