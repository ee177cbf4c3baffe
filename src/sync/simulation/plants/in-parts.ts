import type { Posted, Transport } from '../../engine/transport.ts'
import type { SyncAnswer, VillageNews } from '../../wire.ts'
import type { Sabotage } from '../sabotage.ts'
import type { Plant } from './plant.ts'

/** Faults in a first sync that comes in parts, and between versions of the wire. */
export const plantsInParts: readonly Plant[] = [
  {
    name: 'part-lost-on-resume',
    breaks: 'Where a first sync goes on after a cut, the first part it is given is passed over.',
    rule: 'S17',
    within: 50,
    sabotage: () => withNews(news => ({ ...news, answer: withoutFirstPart(news.answer) })),
  },
  {
    name: 'parts-of-two-snapshots',
    breaks: 'Parts of an older snapshot are laid together with those of a newer one.',
    rule: 'S17',
    within: 100,
    sabotage: () => {
      const upTos = new Map<string, number>()
      return withNews(news => {
        const { answer } = news
        if (answer.is !== 'snapshot') return news
        const upTo = upTos.get(news.code) ?? answer.upTo
        upTos.set(news.code, upTo)
        return { ...news, answer: { ...answer, upTo } }
      })
    },
  },
  {
    name: 'more-not-asked-for',
    breaks: 'An answer that says there is more is taken for the whole.',
    rule: 'S16',
    within: 200,
    sabotage: () => withNews(news => ({ ...news, more: false })),
  },
  {
    name: 'older-answer-misread',
    breaks: 'In an answer of the first wire, some households are taken for all of a village.',
    rule: 'S19',
    within: 200,
    sabotage: () => ({
      transport: (transport): Transport => ({
        ...transport,
        post: async (asked, as) => {
          const posted = await transport.post(asked, as)
          return posted.ok && posted.answer.wire === 1 ? answered(misread(posted.answer)) : posted
        },
      }),
    }),
  },
]

const answered = (answer: SyncAnswer): Posted => ({ ok: true, answer })

const withNews = (read: (news: VillageNews) => VillageNews): Sabotage => ({
  transport: (transport): Transport => ({
    ...transport,
    post: async (asked, as) => {
      const posted = await transport.post(asked, as)
      return posted.ok ? answered({ ...posted.answer, villages: posted.answer.villages.map(read) }) : posted
    },
  }),
})

const withoutFirstPart = (answer: VillageNews['answer']): VillageNews['answer'] =>
  answer.is === 'snapshot' && answer.from > 0
    ? { ...answer, parts: [...answer.parts.slice(1), '[]'] }
    : answer

const misread = (answer: SyncAnswer): SyncAnswer => ({
  ...answer,
  villages: answer.villages.map(news =>
    news.answer.is === 'states' ? { ...news, answer: { ...news.answer, whole: true } } : news,
  ),
})
