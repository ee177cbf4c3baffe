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
  none: 'This village has no roster yet.',
}
