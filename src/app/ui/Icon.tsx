/** The drawings beside words: 24 × 24, one stroke, drawn for Wuxin. */
const DRAWINGS = {
  today: <path d="M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4" />,
  families: <path d="m4 11.5 8-6.5 8 6.5M6.5 10v9.5h11V10M10.5 19.5v-5h3v5" />,
  needs: <path d="M6 5v14M10 7h9M10 12h9M10 17h6" />,
  me: (
    <>
      <circle cx="12" cy="8.5" r="3.5" />
      <path d="M5 19.5c1-3.6 3.8-5 7-5s6 1.4 7 5" />
    </>
  ),
  back: <path d="M14.5 5 7.5 12l7 7" />,
  onward: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  more: <path d="M6 12h.01M12 12h.01M18 12h.01" strokeWidth="2.8" />,
  close: <path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />,
  add: <path d="M12 5.5v13M5.5 12h13" />,
  tick: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  up: <path d="M12 19V6.5M7 11l5-5 5 5" />,
  down: <path d="M12 5v12.5M7 13l5 5 5-5" />,
  lock: <path d="M6 11h12v8.5H6zM8.5 11V8.5a3.5 3.5 0 0 1 7 0V11" />,
  ask: (
    <>
      <path d="M9.5 9a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.9M12 16.8h.01" />
      <circle cx="12" cy="12" r="8" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="m15.5 15.5 4 4" />
    </>
  ),
  print: <path d="M7 9V4.5h10V9M7 16H4.5V9h15v7H17M7 13.5h10v6H7z" />,
  moon: <path d="M18.5 14.5A7.5 7.5 0 0 1 9.5 5.5a7.5 7.5 0 1 0 9 9z" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
    </>
  ),
  pencil: <path d="m5 19 1-4L16 5l3 3L9 18zM14 7l3 3" />,
  voice: (
    <>
      <rect x="9.2" y="4" width="5.6" height="10" rx="2.8" />
      <path d="M6 11.5a6 6 0 0 0 12 0M12 17.5V20" />
    </>
  ),
  telephone: (
    <path d="M6 4.5h3.2l1.4 4-2 1.6c1 2.2 2.9 4.1 5.2 5.2l1.7-2 4 1.4v3.3c0 .8-.7 1.5-1.5 1.5C11 19.5 4.5 13 4.5 6c0-.8.7-1.5 1.5-1.5z" />
  ),
  paper: <path d="M7 4.5h7l3.5 3.5v11.5h-10.5zM14 4.5V8h3.5M9.5 12h5M9.5 15h5" />,
  again: <path d="M8.5 6 5 9.5 8.5 13M5 9.5h9a5 5 0 0 1 0 10h-2.5" />,
  play: <path d="M8.5 5.5v13l10-6.5z" />,
  stop: <path d="M7 7h10v10H7z" />,
  erase: <path d="M9 6.5h10.5v11H9L4 12zM11.5 9.7l4.6 4.6M16.1 9.7l-4.6 4.6" />,
} as const

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS

/** Every drawing there is, for the page of parts. */
export const ICON_NAMES = Object.keys(DRAWINGS) as readonly IconName[] // keys of a literal above

/** A drawing beside a word. Without a word of its own it must be given one by whoever uses it (aria-label). */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  )
}
