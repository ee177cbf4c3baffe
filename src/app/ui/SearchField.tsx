import { useWords } from '#app/i18n/words.tsx'
import { Icon } from './Icon.tsx'

/** Finds while one types; nothing is sent anywhere. */
export function SearchField(props: {
  readonly label: string
  /** 姓名、绰号、wst、塘边… */
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const words = useWords('base')
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={props.label}
        placeholder={props.hint}
        value={props.value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={event => props.onChange(event.target.value)}
      />
      {props.value === '' ? null : (
        <button type="button" className="clear" aria-label={words.clear} onClick={() => props.onChange('')}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
