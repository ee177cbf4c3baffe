import type { refusals as words } from '../zh-CN/refusals.ts'

/** What a person reads when something was not taken. */
export const refusals: typeof words = {
  unnamed: 'This was not taken. Every word is kept; ask the office.',
  sentences: {
    'broken-change':
      'This is not complete and cannot be read over there. Every word is kept; send it again from a new version.',
    'diary-too-long':
      'The diary is too long: 20,000 characters at most. Write it in two parts; every word is kept.',
    'unknown-household': 'There is no such family in the village. Perhaps it belongs to another.',
    'household-exists': 'This family is on the roster already.',
    'household-erased': 'This family asked that nothing be kept; nothing more is written about it.',
    'outside-grants': "This family is not in your team's villages and cannot be opened.",
    'not-your-act': 'This step belongs to someone else. You can note what you know.',
    'depends-on-refused': 'The one before it was not taken, so this one waits. Look at that one first.',
    'day-in-future': 'It is told as done, but the day has not come. Change the day and send again.',
    'day-is-past': 'Not taken: the day is earlier than today. Change it and send again; every word is kept.',
    'unknown-visit': 'This visit is not known. Note the visit first.',
    'visit-exists': 'This visit is planned already.',
    'visit-over': 'This visit is noted already. To add, go on writing.',
    'unknown-fact': 'Nobody said that of this family. See what is kept of it now.',
    'no-difference': 'There is only one word on it; nothing to settle.',
    'fact-over': 'That word held until a day that has passed. Choose another.',
    'advice-standing': 'What was said still holds, or differs from what is kept.',
    'advice-over': 'This visit is over, and what was said for it has expired.',
    'before-agreed-day': 'They asked for no visit before that day. Please wait.',
    'purpose-missing': 'No purpose written yet. One sentence is enough.',
    'empty-words': 'Nothing is written yet.',
    'unknown-need': 'This need is not known.',
    'need-exists': 'This need is noted already.',
    'not-heard': 'This need was agreed already.',
    'not-agreed': 'Not agreed with the family yet. Ask whether they want it taken forward.',
    'not-in-hand': 'This need is not in hand.',
    'not-open': 'This need has ended. To go on, the family says it is not solved.',
    'already-answered': 'The family has been told the result already.',
    'not-answered':
      'Only the family can say it is solved. Tell them the result first, then note what they say.',
    'no-result-yet': 'There is no result to tell yet. You can tell them how it stands.',
    'answer-needs-second-ear':
      'You did the work, so another person must hear that it is solved. Name who heard it, or ask the family to say it on its card.',
    'relay-not-named': 'A word brought by someone names that person and the relation.',
    'answer-too-late-to-change':
      'After seven days this word can no longer be changed. The family can raise the matter again.',
    'no-referral': 'This need is not with a department.',
    'referral-not-offered': 'This was accepted or returned already.',
    'referral-not-accepted': 'Accept it first; then it can be extended or answered.',
    'reason-missing': 'A reason is needed; the family will be told it.',
    'limit-missing': 'A day is needed.',
    'extension-not-later': 'The new day must be later than the old one.',
    'unknown-promise': 'This promise is not known.',
    'promise-exists': 'This promise is noted already.',
    'promise-over': 'This promise has ended already.',
  },
}
