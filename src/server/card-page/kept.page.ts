import type { Day } from '#domain/base/days.ts'
import { composeKept, type Kept, type KeptFact, type KeptNeed } from '#domain/households/kept.ts'
import { nearestRow } from './calls.ts'
import { frame, type Manner } from './frame.ts'
import type { Gathered } from './gather.ts'
import { lookRows } from './looks.ts'
import { tellPromise } from './matters.ts'
import { html, nothing, type Markup } from './markup.ts'
import { back } from './said.page.ts'
import type { CardWords } from './words.ts'

/** All that is kept of the family, for itself to read [H22]. */
export function keptPage(manner: Manner, gathered: Gathered, address: string): string {
  const { words } = manner
  const { household, today, card, village } = gathered
  const kept = composeKept(household, today)
  const own = words.keptPage
  const main = html`<h1>${own.title}</h1>
    <p>${own.under}</p>
    ${part(
      'facts',
      own.facts,
      own,
      kept.facts.map(fact => factRow(words, fact, today)),
    )}
    ${part(
      'members',
      own.members,
      own,
      kept.members.map(member => memberRow(words, member)),
    )}
    ${part('consents', own.consents, own, consentRows(words, kept, today))}
    ${part(
      'needs',
      own.needs,
      own,
      kept.needs.map(need => needRow(words, need, today)),
    )}
    ${part(
      'promises',
      own.promises,
      own,
      kept.promises.map(promise => html`<li>${tellPromise(words, promise, today)}</li>`),
    )}
    ${part('visits', own.visits, own, visitRows(words, kept, today), own.stories)}
    ${part('seen', own.seen, own, lookRows(words, gathered))}
    <section>
      <p>${own.wrong}</p>
      <p>${own.erase}</p>
      ${nearestRow(manner, gathered)}
    </section>
    ${back(manner, address)}`
  return frame(manner, {
    title: `${own.title} · ${card.name}`,
    place: words.card(village),
    main,
    here: `${address}/kept`,
  })
}

function part(
  id: string,
  name: string,
  { none }: CardWords['keptPage'],
  rows: readonly Markup[],
  note = '',
): Markup {
  const list =
    rows.length === 0
      ? html`<p class="quiet">${none}</p>`
      : html`<ul class="kept">
          ${rows}
        </ul>`
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${name}</h2>
    ${list}${note === '' ? nothing : html`<p class="quiet">${note}</p>`}
  </section>`
}

function factRow(words: CardWords, { key, said }: Kept['facts'][number], today: Day): Markup {
  const several = said.length > 1
  const values = said.map(fact => {
    const value = key === 'leave-topic-alone' ? html`${words.keptPage.topicToLeave}` : words.own(fact.value)
    return html`<p class="${fact.current ? 'now' : 'other'}">
      ${value}<small>${sourceOf(words, fact, today)}${
        several && fact.current ? html` · ${words.keptPage.current}` : nothing
      }</small>${settledRows(words, fact, today)}
    </p>`
  })
  return html`<li>
    <h3>${words.keptPage.fact(key)}</h3>
    ${values}
  </li>`
}

/** Who settled which word is used: the family sees it as the team does [S10]. */
const settledRows = ({ keptPage, date }: CardWords, { settled }: KeptFact, today: Day): readonly Markup[] =>
  settled.map(
    ({ is, by, on }) => html`<small class="settled">${keptPage.settled(is, by, date(on, today))}</small>`,
  )

/** Who said it and when, and until when it counts. */
const sourceOf = ({ keptPage, date }: CardWords, fact: KeptFact, today: Day): Markup =>
  html`${keptPage.source(fact.source, fact.by)} ·
  ${date(fact.learnedOn, today)}${
    fact.until === null ? nothing : html` · ${keptPage.until(date(fact.until, today))}`
  }`

function memberRow(
  words: CardWords,
  { name, relation, birthYear, schooling }: Kept['members'][number],
): Markup {
  const known = [
    words.own(relation),
    birthYear === null ? nothing : html`${words.keptPage.born(birthYear)}`,
    words.own(schooling),
  ].filter(({ markup }) => markup !== '')
  const told = known.map((one, at) => (at === 0 ? one : html` · ${one}`))
  return html`<li>
    <p class="now">${words.own(name)}<small>${told}</small></p>
  </li>`
}

const consentRows = (words: CardWords, { consents, notBefore }: Kept, today: Day): readonly Markup[] => [
  ...consents.map(
    ({ heardOn, heardBy, says, forWhat }) =>
      html`<li><p>${words.keptPage.consent(words.date(heardOn, today), heardBy, says, forWhat)}</p></li>`,
  ),
  ...(notBefore === null ? [] : [html`<li><p>${words.notBefore(words.date(notBefore, today))}</p></li>`]),
]

function needRow(
  words: CardWords,
  { words: what, saidBy, mayTell, keepBack, steps }: KeptNeed,
  today: Day,
): Markup {
  const { keptPage } = words
  const agreed = [
    saidBy === '' ? nothing : keptPage.saidBy(saidBy),
    mayTell === '' ? nothing : keptPage.mayTell(mayTell),
    keepBack === '' ? nothing : keptPage.keepBack(keepBack),
  ].filter(({ markup }) => markup !== '')
  const life = steps.map(({ is, on, by, words: note }) => {
    // A name and a day are said already, and so is what may be told.
    const told =
      ['heard', 'agreed', 'accepted'].includes(is) || note === ''
        ? nothing
        : html`<small>${words.own(note)}</small>`
    return html`<li><span class="d">${words.date(on, today)}</span>${keptPage.step(is, by)}${told}</li>`
  })
  return html`<li>
    <h3 class="thing">${words.own(what)}</h3>
    ${agreed.map(one => html`<p class="quiet">${one}</p>`)}
    <ol class="seen">
      ${life}
    </ol>
  </li>`
}

const visitRows = (words: CardWords, { visits, advice }: Kept, today: Day): readonly Markup[] => [
  ...visits.map(
    ({ on, by, outcome }) =>
      html`<li><span class="d">${words.date(on, today)}</span>${words.keptPage.visit(by, outcome)}</li>`,
  ),
  ...advice.map(
    ({ saidBy, saidOn, expiresOn }) =>
      html`<li>
        <span class="d">${words.date(saidOn, today)}</span
        >${words.keptPage.advice(saidBy, words.date(expiresOn, today))}
      </li>`,
  ),
]
