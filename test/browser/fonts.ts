import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { madeOnce } from './made-once.ts'
import { unwrapWoff } from './woff.ts'

/**
 * The fontconfig file that shows the browser Chinese as the screens are drawn, on every machine alike: Noto Sans
 * SC and Noto Serif SC from npm before whatever the system has.
 */
export async function prepareFonts(): Promise<string> {
  const folder = await madeOnce(`fonts-${await versions()}`, makeFonts)
  return join(folder, 'fonts.conf')
}

const faces = [
  { family: 'Noto Sans SC', generic: 'sans-serif', name: 'noto-sans-sc' },
  { family: 'Noto Serif SC', generic: 'serif', name: 'noto-serif-sc' },
] as const

const weights = [400, 600, 700] as const

async function makeFonts(folder: string): Promise<void> {
  for (const { name } of faces) {
    for (const weight of weights) {
      const file = `files/${name}-chinese-simplified-${weight}-normal.woff`
      const woff = await readFile(join(folderOf(name), file))
      await mkdir(join(folder, name), { recursive: true })
      await writeFile(join(folder, name, `${weight}.ttf`), unwrapWoff(woff))
    }
  }
  await writeFile(join(folder, 'fonts.conf'), configuration())
}

async function versions(): Promise<string> {
  const read = async (name: string) => {
    const written: unknown = JSON.parse(await readFile(join(folderOf(name), 'package.json'), 'utf8'))
    return (written as { version: string }).version // npm's own field
  }
  return (await Promise.all(faces.map(({ name }) => read(name)))).join('-')
}

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`))
}

/** The files call themselves after their thinnest weight; here they get their family's name back. */
function configuration(): string {
  const rename = faces.map(
    ({
      family,
    }) => `<match target="scan"><test name="family" compare="contains"><string>${family}</string></test>
    <edit name="family" mode="assign"><string>${family}</string></edit></match>`,
  )
  const prefer = faces.map(
    ({ family, generic }) =>
      `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  ${[...rename, ...prefer].join('\n  ')}
</fontconfig>
`
}
