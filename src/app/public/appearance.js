/* Runs before the first paint: how a person chose to see the screens (src/app/ui/settings.ts keeps it). */
;(function () {
  const root = document.documentElement
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('wuxin.settings') || '{}')
  } catch {
    kept = {}
  }
  const dark = window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : dark ? 'dark' : 'light'
  root.dataset.size = kept.size === 'l' || kept.size === 'xl' ? kept.size : 'm'
  root.dataset.face = /^\/desk(\/|$)/.test(location.pathname) ? 'desk' : 'phone'
  root.lang = kept.language === 'en' ? 'en' : 'zh-CN'
})()
