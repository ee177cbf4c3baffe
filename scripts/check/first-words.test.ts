import { expect, test } from 'vitest'
import { checkFirstWords } from './first-words.ts'

const inner = {
  path: 'src/app/i18n/words/zh-CN/inner.ts',
  text: "import { brief } from './brief.ts'\nexport const inner = { brief }\n",
}
const screen = (words: string) => ({
  path: 'src/app/visits/Screen.tsx',
  text: `const words = useWords('${words}')\n`,
})
const entry = (how: string) => ({ path: 'src/app/main.tsx', text: how })

test('what the first screen imports may not say words that come later', () => {
  const files = [inner, screen('brief'), entry("import { Screen } from './visits/Screen.tsx'\n")]
  expect(checkFirstWords(files).faults.map(({ path }) => path)).toEqual(['src/app/visits/Screen.tsx'])
  expect(checkFirstWords([inner, screen('today'), ...files.slice(2)]).faults).toEqual([])
})

test('a screen fetched when it is opened may, and so may types', () => {
  for (const how of [
    "const load = () => import('./visits/Screen.tsx')\n",
    "import type { A } from './visits/Screen.tsx'\n",
  ])
    expect(checkFirstWords([inner, screen('brief'), entry(how)]).faults).toEqual([])
})
