import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/** What each page holds: one first sync into a browser that has nothing yet; how long it took, and what is there then. */
export type FirstSync = (
  batch: number,
) => Promise<{ readonly milliseconds: number; readonly households: number }>

declare global {
  interface Window {
    firstSync: FirstSync
  }
}

/** Builds the module `entry`, small as the app is built, with a page that runs it. */
export async function buildPage(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: folder,
      target: 'es2023',
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' } },
    },
  })
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>',
  )
  return folder
}
