import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import './desk.css'
import type { ReactNode } from 'react'
import { DeskWords } from '#app/i18n/desk-words.tsx'
import { deskTheme, readTokens } from './desk-theme.ts'
import { useSettings } from '../settings.ts'

/** What the desk stands on: its words, its style, and the kit of tables and forms in our colours. Stands once, around the desk. */
export function DeskGround({ children }: { readonly children: ReactNode }) {
  const [settings] = useSettings()
  return (
    <DeskWords language={settings.language}>
      <ConfigProvider
        locale={settings.language === 'en' ? enUS : zhCN}
        theme={deskTheme(readTokens())}
        wave={{ disabled: true }}
      >
        {children}
      </ConfigProvider>
    </DeskWords>
  )
}
