import type { TalkLine } from './talk-line.ts'

/** Openers out of the house and its people, and a few that fit any door. */
export const peopleOpeners: readonly TalkLine[] = [
  {
    id: 'child-weekend',
    fits: ['pupil', 'weekend'],
    zh: '{child}在屋里吧？我给伢带了本书。',
    en: 'Is {child} at home? I brought a book along.',
  },
  { id: 'child-sunday', fits: ['pupil'], zh: '{child}礼拜天回来不？', en: 'Is {child} home on Sundays?' },
  {
    id: 'child-grown',
    fits: ['pupil'],
    zh: '上回听说{child}，怕又长高了。',
    en: '{child} must have grown again.',
  },
  {
    id: 'child-likes',
    fits: ['grandchild'],
    zh: '{child}这伢，一看就机灵。',
    en: '{child} has such bright eyes.',
  },
  { id: 'baby-smile', fits: ['baby'], zh: '这伢见人就笑，好带吧？', en: 'What a smile. An easy baby?' },
  {
    id: 'baby-name',
    fits: ['baby'],
    zh: '伢养得白白胖胖，您费心了。',
    en: 'Such a healthy baby; that is your care.',
  },
  {
    id: 'away-call',
    fits: ['someone-away'],
    zh: '在外头的，打电话回来勤吧？',
    en: 'Do they call home often?',
  },
  {
    id: 'away-safe',
    fits: ['someone-away'],
    zh: '在外头的平平安安，您就放心。',
    en: 'As long as those away are safe, all is well.',
  },
  {
    id: 'elder-sun',
    fits: ['elder'],
    zh: '今天太阳好，陪您晒一会儿。',
    en: 'Such a good sun, let me sit with you a while.',
  },
  {
    id: 'elder-step',
    fits: ['elder'],
    zh: '看您这步子，比年轻人还稳。',
    en: 'You walk steadier than the young.',
  },
  {
    id: 'elder-alone-meal',
    fits: ['elder-alone'],
    zh: '今天灶上煮的么事？闻着香。',
    en: 'What is on the stove? It smells good.',
  },
  {
    id: 'elder-alone-company',
    fits: ['elder-alone'],
    zh: '我今天没别的事，来陪您坐坐。',
    en: 'I have nothing else today, I came to sit with you.',
  },
  { id: 'couple-banter', fits: ['couple'], zh: '您两老斗嘴都斗得亲热。', en: 'Even your teasing is fond.' },
  {
    id: 'young-hands',
    fits: ['young'],
    zh: '听说这屋里屋外，都是你自己弄的。',
    en: 'I hear you did all this yourself.',
  },
  {
    id: 'young-back',
    fits: ['young'],
    zh: '外头回来的人，见识就是宽。',
    en: 'Who has been out there has seen things.',
  },
  {
    id: 'just-passing',
    zh: '打门口过，进来讨口水喝。',
    en: 'I was passing, and came in for a drop of water.',
  },
  {
    id: 'help-shell',
    zh: '您忙您的，我搭把手，边做边说。',
    en: 'Do go on, I will lend a hand while we talk.',
  },
  { id: 'dog', zh: '您屋这狗懂事，叫两声就不叫了。', en: 'A sensible dog: two barks and done.' },
  { id: 'flowers', zh: '门口这花开得热闹。', en: 'Your flowers make a fine show.' },
  { id: 'road-talk', zh: '一路走上来，出了身汗，舒坦。', en: 'The walk up made me warm; it does one good.' },
]
