import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { type Leads, Press } from './Press.tsx'
import { useGoBack } from './way-back.tsx'

/** The bar of a page that was opened from another: the way back, what this is, at most one act. */
export function Bar(props: {
  /** Where back leads when the page was opened by a deep link: the page above it. */
  readonly back: string
  /** Where back stays on this screen and only closes what was opened on it. */
  readonly onBack?: (() => void) | undefined
  /** What this page is: 访前一页. */
  readonly says?: ReactNode
  /** `<BarAct/>` or a word in second voice: 还有 4 处没看. */
  readonly act?: ReactNode
}) {
  const words = useWords('base')
  const goBack = useGoBack(props.back)
  return (
    <div className="bar">
      <Press leads={{ to: props.back, onPress: props.onBack ?? goBack }} className="go" label={words.back}>
        <Icon name="back" />
      </Press>
      <span className="says">{props.says}</span>
      <span className="mid" />
      {props.act}
    </div>
  )
}

/** The one act at the right of a bar: 打印, 暗一点. */
export function BarAct(props: {
  readonly leads: Leads
  readonly icon: IconName
  /** Its word; where there is no room for one, it is still said to a screen reader. */
  readonly says: string
  readonly wordless?: boolean | undefined
}) {
  return (
    <Press
      leads={props.leads}
      className={props.wordless ? 'go' : 'act'}
      label={props.wordless ? props.says : undefined}
    >
      <Icon name={props.icon} />
      {props.wordless ? null : props.says}
    </Press>
  )
}

/** What the bar says at its right, not to be pressed: 刚存在这台手机上. */
export function BarWord({
  icon,
  children,
}: {
  readonly icon?: IconName | undefined
  readonly children: ReactNode
}) {
  return (
    <span className="act two" role="status">
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  )
}
