/** A few numbers in a line, each with its unit: 214 户, 689 口人, 5 户收不进来. */
export function Numbers(props: {
  readonly lines: readonly {
    readonly id: string
    readonly count: number
    readonly unit: string
    readonly due?: boolean | undefined
  }[]
}) {
  return (
    <div className="numbers">
      {props.lines.map(line => (
        <p key={line.id} className={line.due ? 'due' : undefined}>
          <b className="n song">{line.count}</b> <span>{line.unit}</span>
        </p>
      ))}
    </div>
  )
}
