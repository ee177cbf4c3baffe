import type { Manner } from './frame.ts'
import type { Gathered, Office } from './gather.ts'
import { html, nothing, type Markup } from './markup.ts'
import { shape } from './shapes.ts'
import type { CardWords } from './words.ts'

/** Somebody with a telephone, as a row that calls them when it is pressed. */
export function callRow(
  { call }: CardWords,
  { name, duty, telephone }: { readonly name: Markup; readonly duty: Markup; readonly telephone: string },
): Markup {
  if (telephone === '')
    return html`<div class="tel">
      <span>${name}<small>${duty}</small></span>
    </div>`
  const who = html`<span>${name}<small>${duty}</small><small class="n">${spaced(telephone)}</small></span>`
  return html`<div class="tel">${who}<a href="${addressOf(telephone)}">${shape('call')}${call}</a></div>`
}

/** The campaign's office, as a row. */
export const officeRow = ({ words }: Manner, office: Office): Markup =>
  callRow(words, {
    name: words.own(office.name || words.office),
    duty: html`${words.duty.office}`,
    telephone: office.telephone,
  })

/** Who sees to this family's matters, or whoever else can be called about them. */
export function nearest({ people, office }: Gathered): { readonly name: string; readonly telephone: string } {
  return people.find(({ telephone }) => telephone !== '') ?? office
}

/** The one to be called about a matter, as a row of its own. */
export function nearestRow({ words }: Manner, gathered: Gathered): Markup {
  const { telephone } = nearest(gathered)
  const person = gathered.people.find(one => one.telephone === telephone)
  if (telephone === '') return nothing
  if (person === undefined) return officeRow({ words, keep: '' }, gathered.office)
  return callRow(words, { name: words.own(person.name), duty: dutyOf(words, person), telephone })
}

export const dutyOf = ({ duty }: CardWords, { duty: is, title }: Gathered['people'][number]): Markup =>
  is === 'asked' ? html`${duty.asked}` : duty[is](title)

/** Pressed, it calls. */
export const addressOf = (telephone: string): string => `tel:${telephone.replaceAll(/[^\d+]/g, '')}`

/** 138 0000 0718, as it is read out. */
export const spaced = (telephone: string): string =>
  telephone
    .replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
    .replace(/^(0\d{2,3})-?(\d{3,4})(\d{4})$/, '$1 $2 $3')
