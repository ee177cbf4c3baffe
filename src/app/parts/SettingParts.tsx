import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { useNight } from '#app/ui/night.ts'
import { Section } from '#app/ui/Section.tsx'
import { Segment } from '#app/ui/Segment.tsx'
import { SettingRow } from '#app/ui/SettingRow.tsx'
import { useSettings } from '#app/ui/settings.ts'

/** How the page is looked at: size, language, light. */
export function SettingParts() {
  const me = useWords('me')
  const words = usePartsWords()
  const [settings, keep] = useSettings()
  const [night, setNight] = useNight()
  return (
    <Section bare>
      <SettingRow says={me.size}>
        <Segment
          label={me.size}
          value={settings.size}
          onChange={size => keep({ size })}
          choices={[
            { value: 'm', says: me.sizes.m },
            { value: 'l', says: me.sizes.l, looks: 'l' },
            { value: 'xl', says: me.sizes.xl, looks: 'xl' },
          ]}
        />
      </SettingRow>
      <SettingRow says={me.language}>
        <Segment
          label={me.language}
          value={settings.language}
          onChange={language => keep({ language })}
          choices={[
            { value: 'zh-CN', says: me.languages['zh-CN'], lang: 'zh-CN' },
            { value: 'en', says: me.languages.en, lang: 'en' },
          ]}
        />
      </SettingRow>
      <SettingRow says={words.theme}>
        <Segment
          label={words.theme}
          value={night ? 'night' : settings.theme === 'dark' ? 'dark' : 'light'}
          onChange={theme => {
            setNight(theme === 'night')
            if (theme !== 'night') keep({ theme })
          }}
          choices={[
            { value: 'light', says: me.themes.light },
            { value: 'dark', says: me.themes.dark },
            { value: 'night', says: words.night },
          ]}
        />
      </SettingRow>
    </Section>
  )
}
