import type { cards as words } from '../zh-CN/desk-cards.ts'

/** Contact cards: printed by group, each with the household's own code. */
export const cards: typeof words = {
  name: 'Contact cards',
  heading: 'Print contact cards',
  under: 'One for each family, its own code on the back. A new code ends the old one.',
  village: 'Village',
  group: 'Group',
  all: 'The whole village',
  print: 'Print',
  renew: 'Give a new code',
  renewMeans: 'When a card is lost. The old code stops at once.',
  people: 'Whose telephones stand on it',
  preview: 'See one first',
  families: 'Families',
  withCard: 'Hold a card',
  noGroup: 'No group named',
  printNow: 'Print these cards',
  printed: 'They are printed',
  onlyOnPaper:
    'The codes stand on the paper alone and are stored nowhere. Leave before printing, and they must be given out anew. Print on both sides, flipped on the long edge.',
  none: 'This village has no roster yet.',
}
