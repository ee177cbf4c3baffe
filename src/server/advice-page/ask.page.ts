import { daysBetween, type Day } from '#domain/base/days.ts'
import { timesOfDay } from '#domain/visits/visit.ts'
import { frame, type Manner } from '../card-page/frame.ts'
import { html, nothing, type Markup } from '../card-page/markup.ts'
import type { AskedAll, AskedFamily } from './gather.ts'
import { adviceWordsFor, type AdviceWords } from './words.ts'

/** What to say above the families: nothing, or that one was not taken and why. */
export type After = 'nothing' | 'empty' | 'not-taken'

type Shown = { readonly asked: AskedAll; readonly address: string; readonly today: Day }

/** The page of a link: a few prompts for each family asked about, large, without any script [H2]. */
export function askPage(manner: Manner, { asked, address, today }: Shown, after: After): string {
  const words = adviceWordsFor(manner.words.lang)
  const open = asked.families.filter(({ isAnswered }) => !isAnswered)
  const main =
    open.length === 0
      ? html`<h1>${words.thanks}</h1>
          <p>${words.thanksUnder}</p>`
      : html`<h1>${words.heading(asked.saidBy)}</h1>
          ${after === 'nothing' ? nothing : html`<p role="alert">${words.after[after]}</p>`}
          <p>${words.under(open.length)}</p>
          ${asked.families.map(family => section(manner, words, family, { asked, address, today }))}
          <section><p class="quiet">${words.promise}</p></section>`
  return frame(manner, {
    title: words.title,
    place: html`${asked.villageName} ${words.title}`,
    main,
    here: address,
  })
}

/** Whatever is wrong with a link, the page says the same. */
export function noLinkPage(manner: Manner, why: 'wrong' | 'too-many'): string {
  const words = adviceWordsFor(manner.words.lang)
  const main = html`<h1>${words.title}</h1>
    <p role="alert">${words.none[why]}</p>
    <p>${words.noneUnder}</p>`
  return frame(manner, { title: words.title, place: html`${words.title}`, main, here: '/a' })
}

function section(manner: Manner, words: AdviceWords, family: AskedFamily, { address, today }: Shown): Markup {
  const { visit, name } = family
  const who = [visit.by.name, ...visit.companions]
  const when = words.when(
    manner.words.date(visit.on, today),
    daysBetween(today, visit.on),
    visit.time === null ? '' : words.times[visit.time],
  )
  return html`<section class="advice">
    <h2 class="thing">${words.family(name)}</h2>
    <p>${words.comes(when, who)}</p>
    ${
      family.isAnswered
        ? html`<p class="ask">${words.said}</p>`
        : form(manner, words, family, `${address}/${family.at}`)
    }
  </section>`
}

function form({ keep }: Manner, words: AdviceWords, { at, visit }: AskedFamily, address: string): Markup {
  const line = (name: 'address' | 'mindful', most: number) =>
    html`<label for="${name}-${at}">${words.prompts[name]}</label>
      <input id="${name}-${at}" name="${name}" maxlength="${most}" autocomplete="off" />`
  return html`<form method="post" action="${address}${keep}">
    ${picks(
      words.prompts.when,
      'when',
      timesOfDay.map(time => [time, words.times[time]]),
    )}
    ${line('address', 200)} ${line('mindful', 200)}
    ${picks(words.prompts.leaveAlone, 'leaveAlone', [
      ['no', words.topics.no],
      ['yes', words.topics.yes],
      ['unclear', words.topics.unclear],
    ])}
    <label for="words-${at}">${words.prompts.words}</label>
    <textarea id="words-${at}" name="words" rows="3" maxlength="2000"></textarea>
    <button class="solid">${words.tell(visit.by.name)}</button>
  </form>`
}

const picks = (legend: string, name: string, choices: readonly (readonly [string, string])[]): Markup =>
  html`<fieldset>
    <legend>${legend}</legend>
    <div class="picks">
      ${choices.map(
        ([value, says]) =>
          html`<label class="pick"
            ><input type="radio" name="${name}" value="${value}" /><span>${says}</span></label
          >`,
      )}
    </div>
  </fieldset>`
