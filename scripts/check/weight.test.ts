import { expect, test } from 'vitest'
import { filesOfFirstScreen } from './weight.ts'

const manifest = {
  'index.html': { file: 'assets/main.js', isEntry: true, imports: ['_shared.js'], css: ['assets/main.css'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_shared.js'] },
  'src/app/phone/TodayScreen.tsx': {
    file: 'assets/today.js',
    css: ['assets/today.css'],
    imports: ['_shared.js'],
  },
  'src/app/desk/DeskScreen.tsx': { file: 'assets/desk.js' },
}
const page = `<link rel="icon" href="/mark.svg"><script src="/appearance.js"></script>
<script type="module" crossorigin src="/assets/main.js"></script>`

test('the first screen is the entry, what it imports, its styles, and what the page names; parts on demand are not', () => {
  expect(filesOfFirstScreen(manifest, page, [])).toEqual([
    'appearance.js',
    'assets/main.css',
    'assets/main.js',
    'assets/shared.js',
  ])
})

test('a part on demand that the first screen always demands is weighed too, and must be there', () => {
  const files = filesOfFirstScreen(manifest, page, ['src/app/phone/TodayScreen.tsx'])
  expect(files).toContain('assets/today.js')
  expect(files).toContain('assets/today.css')
  expect(files).not.toContain('assets/desk.js')
  expect(() => filesOfFirstScreen(manifest, page, ['src/app/gone.tsx'])).toThrow(
    'no part named src/app/gone.tsx',
  )
})
