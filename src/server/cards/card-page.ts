import QRCode from 'qrcode'
import { groupedCode } from './code.ts'
import type { Caller } from './cards.sql.ts'

/** One household's card, about to be printed; the code is nowhere else. */
export type PrintedCard = { readonly name: string; readonly code: string }

export type CardSheet = {
  readonly place: string
  readonly callers: readonly Caller[]
  readonly office: Caller
  /** Where cards lead: the address of the host, without a stroke at its end. */
  readonly address: string
  readonly cards: readonly PrintedCard[]
}

const cardsOnASheet = 4

/**
 * The cards of a village as pages to be printed on both sides: four A6 on an A4, the backs mirrored so that each comes
 * behind its front. No script, nothing from elsewhere.
 */
export async function cardPages(sheet: CardSheet): Promise<string> {
  const pages: string[] = []
  for (let at = 0; at < sheet.cards.length; at += cardsOnASheet) {
    const four = sheet.cards.slice(at, at + cardsOnASheet)
    // Page after page: a village has a few hundred cards.
    const backs = await Promise.all(four.map(card => back(card, sheet)))
    pages.push(page(four.map(card => front(card, sheet))), page(mirrored(backs)))
  }
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>民情联系卡 ${escape(sheet.place)}</title>
<style>${style}</style>
${pages.join('\n')}
</html>
`
}

const page = (cards: readonly string[]): string => `<div class="page">${cards.join('')}</div>`

/** Turned over along its long side, a sheet's left is its right. */
function mirrored(backs: readonly string[]): readonly string[] {
  const empty = '<section class="a6"></section>'
  const four = Array.from({ length: cardsOnASheet }, (_, at) => backs[at] ?? empty)
  return [1, 0, 3, 2].map(at => four[at] ?? empty)
}

const grains = [0, 72, 144, 216, 288]
  .map(turn => `<path d="M24 21c-3-4-4-8.5 0-15 4 6.5 3 11 0 15z" transform="rotate(${turn} 24 25)"/>`)
  .join('')

function front({ name }: PrintedCard, { place, callers, office }: CardSheet): string {
  return `<section class="a6">
<p class="place"><svg viewBox="0 0 48 48" aria-hidden="true">${grains}</svg>${escape(place)}</p>
<h1>民情联系卡</h1>
<p class="for"><span>给</span><u>${escape(name)}</u><span>家</span></p>
<p class="song">有事打电话，哪个都行。<br>头一个接话的人管到底。</p>
<div class="callers">${callers.slice(0, 4).map(caller).join('')}${caller(office)}</div>
</section>`
}

const caller = ({ name, title, telephone }: Caller): string =>
  `<div class="p"><b>${escape(name)}</b><span class="t">${escape(spaced(telephone))}</span><span class="d">${escape(title)}</span></div>`

/** 13800000718 as it is read out: 138 0000 0718. */
const spaced = (telephone: string): string =>
  telephone
    .replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
    .replace(/^(0\d{2,3})-?(\d{3,4})(\d{4})$/, '$1 $2 $3')

async function back({ code }: PrintedCard, { address, office }: CardSheet): Promise<string> {
  const square = await QRCode.toString(`${address}/k/${code}`, {
    type: 'svg',
    margin: 0,
    errorCorrectionLevel: 'M',
    color: { dark: '#1c1a17', light: '#ffffff' },
  })
  return `<section class="a6">
<p class="quiet">您家的码，莫给外人看</p>
<p class="code">${escape(groupedCode(code))}</p>
<div class="scan"><div class="qr" role="img" aria-label="扫这个码">${square}</div>
<p>微信扫一扫。<br>不用装东西，<br>不用注册。</p></div>
<ul><li>看托的事走到哪一步了</li><li>说一句：办好了、没办好、不想说</li><li>看记了您家什么、谁看过</li><li>改错的，或者全删掉</li></ul>
<p class="foot">没有智能手机：打电话报这个码，一样办。<br>卡丢了：打 ${escape(spaced(office.telephone))}，换个新码。</p>
</section>`
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const style = `
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { background: #ddd6ca; color: #1c1a17; font: 11pt/1.4 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', system-ui, sans-serif }
.page { width: 210mm; height: 297mm; margin: 6mm auto; background: #fff; display: grid; grid-template: 148.5mm 148.5mm / 105mm 105mm }
.a6 { padding: 9mm; display: flex; flex-direction: column; outline: .2mm dashed #ddd6ca; overflow: hidden }
.place { display: flex; align-items: center; gap: 2mm; font-size: 10pt; color: #5a534a }
.place svg { width: 5mm; height: 5mm; fill: #a9401c }
h1 { font: 600 22pt/1.3 'Songti SC', 'Noto Serif SC', serif; letter-spacing: .08em; margin-top: 2mm }
.for { display: flex; align-items: baseline; gap: 2mm; margin-top: 4mm }
.for u { flex: 1; text-decoration: none; border-bottom: .3mm solid #8d8474; font: 16pt/1.4 'Songti SC', 'Noto Serif SC', serif; padding-left: 1mm }
.song { font: 14pt/1.7 'Songti SC', 'Noto Serif SC', serif; margin-top: 5mm }
.callers { margin-top: auto }
.p { display: grid; grid-template-columns: 1fr auto; border-top: .2mm solid #bdb4a4; padding: 1.6mm 0; align-items: baseline }
.p b { font: 600 14pt/1.3 'Songti SC', 'Noto Serif SC', serif }
.p .t { font-weight: 600; font-size: 14pt; font-variant-numeric: tabular-nums }
.p .d { grid-column: 1 / -1; font-size: 9.5pt; color: #5a534a }
.quiet { font-size: 10.5pt; color: #5a534a }
.code { font: 600 17.5pt/1.4 'Songti SC', 'Noto Serif SC', serif; letter-spacing: .04em; white-space: nowrap; margin-top: 1mm }
.scan { display: grid; grid-template-columns: 34mm 1fr; gap: 5mm; margin-top: 4mm; align-items: center; font-size: 12pt; line-height: 1.6 }
.qr svg { display: block; width: 34mm; height: 34mm }
ul { list-style: none; margin-top: 5mm; font-size: 12pt }
li { border-top: .2mm solid #bdb4a4; padding: 1.7mm 0 }
.foot { margin-top: auto; border-top: .3mm solid #8d8474; padding-top: 2mm; font-size: 10pt; line-height: 1.5 }
@media print { body { background: none } .page { margin: 0; break-after: page } .page:last-child { break-after: auto } }
`
