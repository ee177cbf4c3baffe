/** A day, by the browser's own calendar. */
export function DayField(props: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (written: string) => void
}) {
  return (
    <label className="write-line dated-line">
      <span className="q">{props.label}</span>
      <input type="date" value={props.value ?? ''} onChange={event => props.onChange(event.target.value)} />
    </label>
  )
}
