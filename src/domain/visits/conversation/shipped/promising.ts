import { sayings } from './sayings.ts'

/** Before promising: questions to oneself [H20]. */
export const promising = sayings('promising', [
  { id: 'is-it-mine', zh: '这事归我管吗？', en: 'Is this mine to do?' },
  { id: 'by-which-day', zh: '哪一天办得到？', en: 'By which day can it be done?' },
  { id: 'reason-if-not', zh: '办不到，我说得出缘由吗？', en: 'If it cannot be done, can I say why?' },
])
/** What to say when one is not sure [H20]. */
export const instead = sayings('instead', [
  {
    id: 'ask-and-come-back',
    zh: '我回去问清楚，哪天给您回话。',
    en: 'I will ask and come back to you on a day I name.',
  },
])
