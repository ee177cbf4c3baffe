/** A page of one sentence in both languages, for when the app itself cannot be shown. No script, no style from elsewhere. */
export const plainPage = ({
  zh,
  en,
}: {
  readonly zh: string
  readonly en: string
}): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>五心 Wuxin</title>
<style>
  body { margin: 0; padding: 15vh 24px; background: #f7f3ea; color: #2b2620; font: 20px/1.7 system-ui, sans-serif }
  main { max-width: 32em; margin: auto }
  p + p { color: #6b6257; font-size: 17px }
  @media (prefers-color-scheme: dark) { body { background: #1d1a16; color: #efe8db } p + p { color: #b8ae9f } }
</style>
<main>
  <p>${zh}</p>
  <p lang="en">${en}</p>
</main>
</html>
`
