import { html, nothing, type Markup } from '../card-page/markup.ts'

/** How a letter stands, as its slip is told. Only who holds the code learns any of it. */
export type Standing =
  | { readonly is: 'asked' | 'unknown' | 'too-many' | 'received' | 'being-read' | 'closed' }
  | { readonly is: 'answered'; readonly words: string; readonly until: string }

const says: Readonly<Record<Exclude<Standing['is'], 'asked'>, { readonly zh: string; readonly en: string }>> =
  {
    unknown: {
      zh: '没查到。看看抄对了没有；刚送的，过几天再来问。过了十天还没有，就是没送到，请再送一回。',
      en: 'Not found. See whether it was copied rightly; if it is new, ask again in a few days. After ten days it has not arrived: please send it again.',
    },
    'too-many': {
      zh: '试得太多了，过一刻钟再来。',
      en: 'Too many tries. Come back in a quarter of an hour.',
    },
    received: { zh: '收到了，还没有人拆开。', en: 'It has arrived; nobody has opened it yet.' },
    'being-read': { zh: '收到了，正在办。', en: 'It has arrived and is being seen to.' },
    closed: {
      zh: '收到过，可是再也拆不开了：要一起拆的人有一个不在了，或者忘了口令。里头写的已经抹掉。请再送一回，或者直接打 12388。',
      en: 'It had arrived, but cannot be opened any more: one of the two who open is gone or has forgotten the passphrase. What it said is wiped. Please send it again, or call 12388.',
    },
    answered: { zh: '有回话了：', en: 'There is an answer:' },
  }

/** One page without any script, in both languages: what the slip is about it does not say. */
export const slipPage = (standing: Standing): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <title>凭条 Slip</title>
      <style>
        body {
          margin: 0;
          padding: 8vh 24px;
          background: #f7f3ea;
          color: #25211b;
          font:
            24px/1.6 system-ui,
            sans-serif;
        }
        main {
          max-width: 28em;
          margin: auto;
        }
        p {
          margin: 0 0 0.7em;
        }
        [lang='en'] {
          color: #5b5347;
          font-size: 18px;
        }
        blockquote {
          margin: 0 0 1em;
          padding: 12px 0;
          border-top: 1px solid;
          border-bottom: 1px solid;
          white-space: pre-wrap;
          overflow-wrap: anywhere;
        }
        input,
        button {
          box-sizing: border-box;
          width: 100%;
          min-height: 64px;
          font: inherit;
          padding: 8px 12px;
          border: 1px solid #6f6658;
          border-radius: 8px;
          background: #fdfaf3;
          color: #25211b;
        }
        button {
          margin-top: 16px;
          background: #25211b;
          color: #fffaf2;
        }
      </style>
      <main>${standing.is === 'asked' ? nothing : told(standing)} ${form(standing.is === 'answered')}</main>
    </html>`.markup

const told = (standing: Exclude<Standing, { readonly is: 'asked' }>): Markup =>
  html`<div role="status">
    <p>${says[standing.is as keyof typeof says].zh}</p>
    <p lang="en">${says[standing.is as keyof typeof says].en}</p>
    ${
      standing.is === 'answered'
        ? html`<blockquote>${standing.words}</blockquote>
            <p>这份回话留到 ${standing.until}，过后抹掉。</p>
            <p lang="en">The answer is kept until ${standing.until}, and then erased.</p>`
        : nothing
    }
  </div>`

const form = (isTold: boolean): Markup =>
  html`<form method="post" action="/r">
    <p><label for="code">${isTold ? '另一张条子上的十六个字：' : '条子上的十六个字：'}</label></p>
    <p lang="en"><label for="code">The sixteen signs on the slip:</label></p>
    <input
      id="code"
      name="code"
      required
      maxlength="60"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
    />
    <button>问一问 · Ask</button>
  </form>`
