import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useToday, useVillages } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Segment } from '#app/ui/Segment.tsx'
import { SettingRow } from '#app/ui/SettingRow.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { Sheet } from '#app/ui/Sheet.tsx'
import { TabBar } from '#app/ui/TabBar.tsx'
import type { Actor } from '#domain/access/grants.ts'
import { useMe } from '../phone/use-me.ts'
import { LockSheet } from './LockSheet.tsx'
import { LeftDraftsRow } from './LeftDraftsRow.tsx'
import { PasskeyRow } from './PasskeyRow.tsx'
import { RescueSheet } from './RescueSheet.tsx'
import { SignOutSheet } from './SignOutSheet.tsx'
import { WhereThingsAre } from './WhereThingsAre.tsx'

/** 我的: where the things are, how the screens look, the lock, and the way out. Nothing about one's own work [H10]. */
export function MeScreen() {
  const words = useWords('me')
  const me = useMe()
  const rescue = useWords('rescue')
  const [{ lockAfter }] = useSettings()
  const [sheet, setSheet] = useState<'lock' | 'rescue' | 'lost' | 'sign-out'>()
  const close = () => setSheet(undefined)
  const isCadre = me.role === 'village-cadre'
  return (
    <Page
      name={words.name}
      heading={me.name}
      under={<Under me={me} />}
      set={isCadre ? 'opened' : 'tab'}
      above={isCadre ? <Bar back="/today" says={words.name} /> : undefined}
      below={isCadre ? undefined : <TabBar on="me" />}
    >
      <WhereThingsAre />
      <div className="sets">
        <Looks />
        <SettingRow
          says={words.lock}
          value={words.lockAfter(lockAfter)}
          leads={{ onPress: () => setSheet('lock') }}
        />
        <PasskeyRow />
        <LeftDraftsRow />
        <SettingRow
          says={rescue.file}
          value={rescue.fileActs}
          leads={{ onPress: () => setSheet('rescue') }}
        />
        <SettingRow
          says={words.thisPhone}
          value={words.thisPhoneMeans}
          leads={{ onPress: () => setSheet('lost') }}
        />
        {me.role === 'team-leader' ? <SettingRow says={words.toDesk} leads={{ href: '/desk' }} /> : null}
        <SettingRow says={words.signOut} leads={{ onPress: () => setSheet('sign-out') }} />
      </div>
      <Sheet open={sheet === 'lost'} onClose={close} heading={words.thisPhoneMeans}>
        <p>{words.lost}</p>
      </Sheet>
      <LockSheet open={sheet === 'lock'} onClose={close} />
      <RescueSheet open={sheet === 'rescue'} onClose={close} />
      <SignOutSheet open={sheet === 'sign-out'} onClose={close} />
    </Page>
  )
}

function Under({ me }: { readonly me: Actor }) {
  const words = useWords('me')
  const base = useWords('base')
  const days = useWords('days')
  const today = useToday()
  const villages = useVillages()
  const until = me.grants
    .flatMap(grant => (grant.is === 'team' && grant.until !== null ? [grant.until] : []))
    .toSorted()
    .at(-1)
  return words.under(
    words.roles[me.role === 'household' ? 'visitor' : me.role],
    base.list(villages.map(village => village.name)),
    until === undefined ? '' : days.until(until, today),
  )
}

/** Text size, language, light and dark: kept on this device, never sent. */
function Looks() {
  const words = useWords('me')
  const [settings, keep] = useSettings()
  return (
    <>
      <SettingRow says={words.size}>
        <Segment
          label={words.size}
          value={settings.size}
          onChange={size => keep({ size })}
          choices={[
            { value: 'm', says: words.sizes.m },
            { value: 'l', says: words.sizes.l, looks: 'l' },
            { value: 'xl', says: words.sizes.xl, looks: 'xl' },
          ]}
        />
      </SettingRow>
      <SettingRow says={words.language}>
        <Segment
          label={words.language}
          value={settings.language}
          onChange={language => keep({ language })}
          choices={[
            { value: 'zh-CN', says: words.languages['zh-CN'], lang: 'zh-CN' },
            { value: 'en', says: words.languages.en, lang: 'en' },
          ]}
        />
      </SettingRow>
      <SettingRow says={words.theme}>
        <Segment
          label={words.theme}
          value={settings.theme}
          onChange={theme => keep({ theme })}
          choices={(['phone', 'light', 'dark'] as const).map(theme => ({
            value: theme,
            says: words.themes[theme],
          }))}
        />
      </SettingRow>
    </>
  )
}
