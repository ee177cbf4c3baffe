/** A fact as the card needs it. */
export type TalkFact = { readonly key: string; readonly value: string }

/** A line about how to sit and speak, in both languages. */
export type Manner = { readonly id: string; readonly zh: string; readonly en: string }

/** How to sit and speak with this family, out of what it needs [H7]. */
export function mannersFor(facts: readonly TalkFact[]): readonly Manner[] {
  return facts.flatMap(({ key, value }) => mannerFor(key, value) ?? []).slice(0, 2)
}

function mannerFor(key: string, value: string): Manner | null {
  if (key === 'hearing') return hearing(value)
  if (key === 'mobility')
    return {
      id: 'stay-seated',
      zh: '莫让老人起身，茶水自己来。',
      en: 'Let them stay seated; fetch your own tea.',
    }
  if (key === 'language')
    return { id: 'local-words', zh: '讲慢些，拣本地话讲。', en: 'Speak slowly, in local words.' }
  if (key === 'schooling' && /不识字|不认|没上过|没读过|文盲/u.test(value))
    return {
      id: 'read-aloud',
      zh: '纸上的，念给人听，不递过去。',
      en: 'Read papers aloud; do not hand them over.',
    }
  return null
}

function hearing(value: string): Manner {
  if (/右.{0,4}(?:背|聋|听不|坏|不好)|左(?:边|耳).{0,4}(?:好|灵|说|听得)|左耳(?:边)?$/u.test(value))
    return { id: 'sit-left', zh: '坐左手边，慢慢说。', en: 'Sit on the left and speak slowly.' }
  if (/左.{0,4}(?:背|聋|听不|坏|不好)|右(?:边|耳).{0,4}(?:好|灵|说|听得)|右耳(?:边)?$/u.test(value))
    return { id: 'sit-right', zh: '坐右手边，慢慢说。', en: 'Sit on the right and speak slowly.' }
  return { id: 'sit-close', zh: '坐近些，慢慢说。', en: 'Sit close and speak slowly.' }
}
