import type { ThemeConfig } from 'antd'

/** The named values of tokens.css as they stand on the page now. */
export type Tokens = Readonly<
  Record<
    | 'paper'
    | 'sheet'
    | 'well'
    | 'ink'
    | 'ink-2'
    | 'ink-3'
    | 'hair'
    | 'hair-strong'
    | 'persimmon'
    | 'on-persimmon'
    | 'rice'
    | 'body'
    | 'touch',
    string
  >
>

/** Reads them from the page, so that tokens.css stays the one place where a colour is written. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement)
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    paper: value('paper'),
    sheet: value('sheet'),
    well: value('well'),
    ink: value('ink'),
    'ink-2': value('ink-2'),
    'ink-3': value('ink-3'),
    hair: value('hair'),
    'hair-strong': value('hair-strong'),
    persimmon: value('persimmon'),
    'on-persimmon': value('on-persimmon'),
    rice: value('rice'),
    body: value('body'),
    touch: value('touch'),
  }
}

/** The kit in our colours: no shadow, no stripe, one hairline. */
export const deskTheme = (tokens: Tokens): ThemeConfig => ({
  hashed: false,
  token: {
    colorPrimary: tokens.persimmon,
    colorTextLightSolid: tokens['on-persimmon'],
    colorError: tokens.persimmon,
    colorWarning: tokens.persimmon,
    colorSuccess: tokens['ink-2'], // green belongs to the families
    colorInfo: tokens['ink-2'],
    colorLink: tokens.persimmon,
    colorTextBase: tokens.ink,
    colorText: tokens.ink,
    colorTextSecondary: tokens['ink-2'],
    colorTextTertiary: tokens['ink-2'],
    colorTextPlaceholder: tokens['ink-3'],
    colorTextDescription: tokens['ink-2'],
    colorTextDisabled: tokens['ink-3'],
    colorBgBase: tokens.paper,
    colorBgLayout: tokens.paper,
    colorBgContainer: tokens.sheet,
    colorBgElevated: tokens.sheet,
    colorFillAlter: tokens.paper,
    colorBorder: tokens['hair-strong'],
    colorBorderSecondary: tokens.hair,
    colorSplit: tokens.hair,
    controlItemBgActive: tokens.well,
    controlItemBgHover: tokens.well,
    controlOutline: 'transparent',
    borderRadius: 6,
    boxShadow: 'none',
    boxShadowSecondary: `0 0 0 1px ${tokens['hair-strong']}`,
    boxShadowTertiary: 'none',
    fontFamily: 'var(--hei)',
    fontSize: Number.parseInt(tokens.body, 10) - 1,
    controlHeight: Number.parseInt(tokens.touch, 10),
    motion: false,
  },
  components: {
    Table: {
      headerBg: 'transparent',
      headerColor: tokens['ink-2'],
      headerSortActiveBg: 'transparent',
      headerSortHoverBg: 'transparent',
      bodySortBg: 'transparent',
      headerSplitColor: 'transparent',
      rowHoverBg: tokens.sheet,
      rowSelectedBg: tokens.sheet,
      rowSelectedHoverBg: tokens.sheet,
      borderColor: tokens.hair,
      cellPaddingBlock: 8,
      cellPaddingInline: 10,
    },
    Upload: { colorFillAlter: tokens.sheet },
  },
})
