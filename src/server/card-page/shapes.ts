import { html, type Markup } from './markup.ts'

/* The shapes of the marks and buttons, each drawn once a page and used by its name. */
const shapes = {
  heard: '0 0 18 18|<circle cx="9" cy="9" r="6.5"/>',
  agreed: '0 0 18 18|<circle cx="9" cy="9" r="6.5"/><circle cx="9" cy="9" r="1.6" fill="currentColor"/>',
  'in-hand':
    '0 0 18 18|<circle cx="9" cy="9" r="6.5"/><path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none"/>',
  waiting: '0 0 18 18|<circle cx="9" cy="9" r="6.5" stroke-dasharray="2.6 2.5"/>',
  returned: '0 0 18 18|<path d="M7 4 3 8l4 4M3 8h8a4 4 0 0 1 0 8"/>',
  answered: '0 0 18 18|<circle cx="9" cy="9" r="6.5" fill="currentColor"/>',
  solved:
    '0 0 18 18|<circle cx="9" cy="9" r="7.3" fill="currentColor" stroke="none"/><path d="m5.6 9.3 2.4 2.4 4.6-5" stroke="var(--paper)" stroke-width="1.8"/>',
  'not-solved': '0 0 18 18|<path d="M4.2 5.2A6.5 6.5 0 1 1 2.6 10"/><path d="M4.3 1.9v3.5h3.5"/>',
  unconfirmed:
    '0 0 18 18|<circle cx="9" cy="9" r="6.5"/><path d="M6 9h.01M9 9h.01M12 9h.01" stroke-width="2"/>',
  withdrawn: '0 0 18 18|<circle cx="9" cy="9" r="6.5"/><path d="M6 9h6"/>',
  lying: '0 0 18 18|<path d="M2 13.5h14" stroke-width="3.2"/><path d="M5 8.5h8"/>',
  promise: '0 0 18 18|<path d="M3 3.5h12v8.5H8.5L5 15v-3H3z"/>',
  tick: '0 0 24 24|<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  back: '0 0 24 24|<path d="M8.5 6 5 9.5 8.5 13M5 9.5h9a5 5 0 0 1 0 10h-2.5"/>',
  dots: '0 0 24 24|<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.8"/>',
  call: '0 0 24 24|<path d="M6 4.5h3.2l1.4 4-2 1.6c1 2.2 2.9 4.1 5.2 5.2l1.7-2 4 1.4v3.3c0 .8-.7 1.5-1.5 1.5C11 19.5 4.5 13 4.5 6c0-.8.7-1.5 1.5-1.5z"/>',
  go: '0 0 24 24|<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
  home: '0 0 24 24|<path d="m14.5 5.5-6.5 6.5 6.5 6.5"/>',
  hearts: `0 0 48 48|<g fill="currentColor" stroke="none">${[0, 72, 144, 216, 288]
    .map(turn => `<path d="M24 21c-3-4-4-8.5 0-15 4 6.5 3 11 0 15z" transform="rotate(${turn} 24 25)"/>`)
    .join('')}</g>`,
} as const

export type Shape = keyof typeof shapes

/** A shape beside a word; it says nothing by itself and is not read aloud. */
export const shape = (name: Shape): Markup => html`<svg aria-hidden="true"><use href="#${name}" /></svg>`

/** The drawings of the shapes that a page uses. */
export function drawingsFor({ markup }: Markup): Markup {
  const used = Object.entries(shapes).filter(([name]) => markup.includes(`href="#${name}"`))
  const drawn = used.map(([name, drawing]) => {
    const [box = '', lines = ''] = drawing.split('|')
    return html`<symbol id="${name}" viewBox="${box}">${{ markup: lines }}</symbol>`
  })
  return html`<svg class="drawings" width="0" height="0" aria-hidden="true">${drawn}</svg>`
}
