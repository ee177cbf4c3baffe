const TURNS = [0, 72, 144, 216, 288]

/** Five grains of rice, one for each heart: the sign of Wuxin. */
export function Grains({ size }: { readonly size?: number | undefined }) {
  return (
    <svg className="grains" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      {TURNS.map(turn => (
        <path
          key={turn}
          d="M24 21c-3-4-4-8.5 0-15 4 6.5 3 11 0 15z"
          transform={`rotate(${String(turn)} 24 25)`}
        />
      ))}
    </svg>
  )
}
