import { isCode, matchesIn, withoutComments, type Fault, type SourceFile, type Verdict } from './house.ts'

/** Words that name nothing (style 12), and words for people that this house does not use (the method's closed list). */
const banned = new Set(
  `util utils utility helper helpers common misc manager service services handler handlers processor data info
   item items entity entities object objects petitioner petitioners target targets score scores`.split(/\s+/),
)

/** Where a banned word is the right one after all, and why. */
const allowed: readonly { readonly word: RegExp; readonly where: RegExp; readonly because: string }[] = [
  {
    word: /^services?$/,
    where: /\/services\/|[sS]ervice/,
    because: 'a catalogue service is a word of the glossary',
  },
  { word: /^service$/, where: /service-?worker/i, because: 'the browser calls it a service worker' },
  {
    word: /^score$/,
    where: /^test\/diaries\/score\.(mjs|ts)/,
    because:
      'it measures the reader against labelled diaries, as the labels’ own page names it; never a person',
  },
  { word: /^data$/, where: /form-?data|data-?key/i, because: 'words of the browser and of cryptography' },
]

/** Holds the names of files, folders and everything exported to the glossary. */
export function checkNames(files: readonly SourceFile[]): Verdict {
  const code = files.filter(file => isCode(file) || /\.(mjs|js)$/.test(file.path))
  const faults = code.flatMap(file => [...pathFaults(file), ...exportFaults(file)])
  return { fine: `${code.length} files and what they export say nothing empty`, faults }
}

function pathFaults({ path }: SourceFile): Fault[] {
  return bannedIn(path, path).map(word => ({
    path,
    line: 1,
    says: `"${word}" in a file's name says nothing: use a word of the glossary`,
  }))
}

function exportFaults({ path, text }: SourceFile): Fault[] {
  const exported = /^export (?:async )?(?:function\*?|const|let|class|type|interface) +([A-Za-z_$][\w$]*)/gm
  return matchesIn(withoutComments(text), exported).flatMap(({ words: [, name = ''], line }) =>
    bannedIn(name, `${path} ${name}`).map(word => ({
      path,
      line,
      says: `"${word}" in the exported name ${name} says nothing: use a word of the glossary`,
    })),
  )
}

function bannedIn(name: string, where: string): string[] {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
  return words.filter(
    word => banned.has(word) && !allowed.some(rule => rule.word.test(word) && rule.where.test(where)),
  )
}
