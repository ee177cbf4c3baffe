import type { CardNeed } from '#domain/households/card.ts'
import { answers, question } from './answers.ts'
import { addressOf, callRow, dutyOf, nearest, officeRow } from './calls.ts'
import { frame, type Manner } from './frame.ts'
import type { Gathered } from './gather.ts'
import { lookRows } from './looks.ts'
import { markOf, tellPromise, tellStanding } from './matters.ts'
import { html, nothing, type Markup } from './markup.ts'
import { shape } from './shapes.ts'

/** So many ended matters and looks stand here; the rest is in what is kept. */
const most = { ended: 5, looks: 6 }

/** The household's page [H22], as drawn: what waits for its word, what is on its way, who can be called, who has looked. */
export function cardPage(manner: Manner, gathered: Gathered, address: string): string {
  const { words } = manner
  const { card, village, office } = gathered
  const has = card.awaiting.length + card.open.length + card.ended.length + card.promises.length > 0
  const main = html`<h1>${words.greeting(card.name)}</h1>
    <p>${has ? words.allHere : words.nothingHere}</p>
    ${card.awaiting.map(need => awaiting(manner, gathered, need, address))}
    ${card.open.map(need => onItsWay(manner, gathered, need))}
    ${promises(manner, gathered)}${before(manner, gathered, address)} ${people(manner, gathered)}
    ${looks(manner, gathered)} ${yours(manner, gathered, address)}`
  const foot = office.filingNumber === '' ? nothing : html`<p>${office.filingNumber}</p>`
  return frame(manner, {
    title: words.title(card.name),
    place: words.card(village),
    main,
    here: address,
    foot,
  })
}

/** A matter told, with the three answers. What cannot be done comes with the formal way beside it. */
function awaiting(manner: Manner, gathered: Gathered, need: CardNeed, address: string): Markup {
  const { words } = manner
  const cannot = need.standing.is === 'answered' && need.standing.cannotBeDone
  return html`<section aria-labelledby="n${need.at}">
    ${markOf(words, need.standing)}
    <h2 class="thing" id="n${need.at}">${words.own(need.words)}</h2>
    ${tellStanding(words, need, gathered.today)}${cannot ? html`<p>${words.cannotBeDone}</p>` : nothing}
    ${question(manner, need)} ${answers(manner, need, address)}
    <p class="quiet">${words.anyAnswer}</p>
    ${cannot ? formalWay(manner, gathered) : nothing}
  </section>`
}

/** The formal way: where, how long, and that nobody may be made to suffer for it. */
export const formalWay = ({ words }: Manner, { office }: Gathered): Markup =>
  html`<p class="quiet formal">
    <b>${words.formal.name}</b>
    ${words.formal.how}${words.gap}${words.formal.where(office.name || words.office)}
  </p>`

function onItsWay({ words }: Manner, { today }: Gathered, need: CardNeed): Markup {
  return html`<section aria-labelledby="n${need.at}">
    ${markOf(words, need.standing)}
    <h2 class="thing" id="n${need.at}">${words.own(need.words)}</h2>
    ${tellStanding(words, need, today)}${need.promises.map(promise => tellPromise(words, promise, today))}
  </section>`
}

function promises({ words }: Manner, { card, today }: Gathered): Markup {
  if (card.promises.length === 0) return nothing
  const rows = card.promises.map(promise => html`<li>${tellPromise(words, promise, today)}</li>`)
  return html`<section aria-labelledby="promises">
    <h2 id="promises">${words.promises}</h2>
    <ul>
      ${rows}
    </ul>
  </section>`
}

/** What the family has ended by its own word; within seven days it may change it. */
function before({ words, keep }: Manner, { card, today }: Gathered, address: string): Markup {
  if (card.ended.length === 0) return nothing
  const rows = card.ended.slice(0, most.ended).map(need => {
    const { said, changesUntil } = need
    const change = html`<p class="quiet">
      <a href="${address}/answers/${need.at}${keep}">${words.change}</a>
    </p>`
    return html`<li>
      ${markOf(words, need.standing)}
      <h3 class="thing">${words.own(need.words)}</h3>
      ${
        said === null
          ? nothing
          : html`<p class="quiet">${words.youSaid(words.date(said.on, today), said.says)}</p>`
      }${changesUntil === null ? nothing : change}
    </li>`
  })
  return html`<section aria-labelledby="before">
    <h2 id="before">${words.before}</h2>
    <ul>
      ${rows}
    </ul>
  </section>`
}

function people(manner: Manner, gathered: Gathered): Markup {
  const { words } = manner
  const rows = gathered.people.map(person =>
    callRow(words, {
      name: words.own(person.name),
      duty: dutyOf(words, person),
      telephone: person.telephone,
    }),
  )
  return html`<section aria-labelledby="people">
    <h2 id="people">${words.people}</h2>
    ${rows}${officeRow(manner, gathered.office)}
  </section>`
}

/** Who has looked: the newest here, all of them in what is kept. */
function looks({ words }: Manner, gathered: Gathered): Markup {
  const rows = lookRows(words, gathered)
  const more = rows.length - most.looks
  const list =
    rows.length === 0
      ? html`<p>${words.nobodyLooked}</p>`
      : html`<ul class="seen">
          ${rows.slice(0, most.looks)}
        </ul>`
  const rest = more > 0 ? html`<p class="quiet">${words.seenBefore(more)}</p>` : nothing
  return html`<section aria-labelledby="seen">
    <h2 id="seen">${words.seen}</h2>
    ${list}${rest}
  </section>`
}

/** What is the family's to decide: each line does what it says, or is somebody's telephone. */
function yours({ words, keep }: Manner, gathered: Gathered, address: string): Markup {
  const { card, office, today } = gathered
  const near = nearest(gathered)
  const byTelephone = (
    { name, how }: typeof words.correct,
    who: { readonly name: string; readonly telephone: string },
  ): Markup => {
    const told = who.telephone === '' ? html`${words.noTelephone}` : how(who.name || words.office)
    const row = html`<span>${name}<small>${told}</small></span>`
    return who.telephone === ''
      ? html`<p class="row">${row}</p>`
      : html`<a class="row" href="${addressOf(who.telephone)}">${row}${shape('call')}</a>`
  }
  const asked =
    card.notBefore === null
      ? nothing
      : html`<p class="quiet">${words.notBefore(words.date(card.notBefore, today))}</p>`
  return html`<section class="mine" aria-labelledby="mine">
    <h2 id="mine">${words.yours}</h2>
    <a class="row" href="${address}/kept${keep}"><span>${words.readKept}</span>${shape('go')}</a>
    ${byTelephone(words.correct, near)} ${byTelephone(words.decline, near)}
    ${byTelephone(words.erase, office.telephone === '' ? near : office)} ${asked}
    <p class="quiet">${words.alsoByTelephone}</p>
  </section>`
}
