import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { parseLanguage } from '#app/i18n/language.ts'
import { type TextSize, type Theme, useSettings } from '#app/ui/settings.ts'

/** Text size, light and language: small choices at the foot of the ways, kept on this machine alone. */
export function DeskSettings() {
  const words = useDeskWords('shell')
  const [settings, keep] = useSettings()
  return (
    <details className="desk-settings">
      <summary>{words.settings}</summary>
      <label>
        {words.size}
        <select value={settings.size} onChange={event => keep({ size: sizeOf(event.target.value) })}>
          {(['m', 'l', 'xl'] as const).map(size => (
            <option key={size} value={size}>
              {words.sizes[size]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.theme}
        <select value={settings.theme} onChange={event => keep({ theme: themeOf(event.target.value) })}>
          {(['phone', 'light', 'dark'] as const).map(theme => (
            <option key={theme} value={theme}>
              {words.themes[theme]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.language}
        <select
          value={settings.language}
          onChange={event => keep({ language: parseLanguage(event.target.value) })}
        >
          <option value="zh-CN" lang="zh-CN">
            中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
    </details>
  )
}

const sizeOf = (written: string): TextSize => (written === 'l' || written === 'xl' ? written : 'm')
const themeOf = (written: string): Theme => (written === 'light' || written === 'dark' ? written : 'phone')
