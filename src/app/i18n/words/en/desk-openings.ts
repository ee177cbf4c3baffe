import type { openings as words } from '../zh-CN/desk-openings.ts'

/** Openings: who opened which household, when and why; the household reads the same. */
export const openings: typeof words = {
  name: 'Openings',
  heading: 'Who opened which household',
  under: 'Only added to, never changed. Each family reads its own on its card.',
  columns: { when: 'When', who: 'Who', household: 'Household', why: 'Why' },
  whys: {
    prepare: 'Preparing a visit',
    'follow-up': 'Following up a need',
    advise: 'Advice on how to come',
    look: 'Looking',
  },
  village: 'Village',
  chooseVillage: 'Choose a village',
  wholeVillage: 'See the whole village',
  none: 'Nobody has opened one yet.',
  chainWhole: 'This log is whole.',
  chainBroken: 'This log is broken somewhere; the privacy officer should look.',
}
