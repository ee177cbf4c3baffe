import { useId } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Count, type OfficeCount, writeCount } from './Count.tsx'
import {
  type DrawnPool,
  POOLS,
  RIVER,
  riverCourse,
  type RiverCounts,
  type RiverStage,
  STAGES,
} from './river-course.ts'

/** Needs on their way from heard to the family's own word. Never a funnel: what leaves the stream stays in sight, what was not solved flows back. */
export function River({
  counts,
  as = 'picture',
}: {
  readonly counts: RiverCounts
  readonly as?: 'picture' | 'table' | undefined
}) {
  return as === 'table' ? <RiverTable counts={counts} /> : <RiverPicture counts={counts} />
}

function RiverPicture({ counts }: { readonly counts: RiverCounts }) {
  const words = useDeskWords('picture')
  const id = useId()
  const course = riverCourse(counts)
  return (
    <svg
      className="river"
      viewBox={`0 0 ${String(RIVER.width)} ${String(RIVER.height)}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{useSentence(counts)}</title>
      <defs>
        <pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" stroke="var(--hair-strong)" strokeWidth="2" />
        </pattern>
      </defs>
      {course.reaches.map(reach => (
        <path
          key={reach.path}
          d={reach.path}
          className={reach.kind === 'few' ? 'few' : reach.kind === 'solved' ? 'water solved' : 'water'}
        />
      ))}
      {course.pools.map(pool => (
        <path key={pool.pool} d={pool.path} className={poolLook(pool)} />
      ))}
      {course.reopened === 0 ? null : <FlowsBack width={course.reopened} count={counts.reopened} />}
      {course.gates.map(gate => (
        <rect
          key={gate.stage}
          className={gate.stage === 'solved' ? 'gate solved' : 'gate'}
          x={gate.x}
          y={RIVER.surface}
          width="2"
          height={Math.max(10, gate.depth)}
        />
      ))}
      {course.gates.map(gate => (
        <GateWords key={gate.stage} stage={gate.stage} x={gate.x} count={counts.stages[gate.stage]} />
      ))}
      <path
        d={`M0 ${String(RIVER.ground + 0.5)}H${String(RIVER.width)}`}
        stroke="var(--hair-strong)"
        strokeWidth="1"
      />
      {course.pools.map(pool => (
        <text
          key={pool.pool}
          x={pool.x}
          y={RIVER.ground + 22}
          textAnchor="middle"
          className={pool.pool === 'left-lying' ? 'clay' : undefined}
        >
          <tspan>{writeCount(counts.pools[pool.pool], words.few)}</tspan> {words.pools[pool.pool]}
        </text>
      ))}
    </svg>
  )
}

const poolLook = (pool: DrawnPool): string => {
  if (pool.isFew) return 'few'
  if (pool.pool === 'left-lying') return 'water left-lying'
  return pool.width < 4 ? 'water thin' : 'water'
}

function GateWords(props: { readonly stage: RiverStage; readonly x: number; readonly count: OfficeCount }) {
  const words = useDeskWords('picture')
  const isLast = props.stage === 'solved'
  const x = isLast ? props.x - 16 : props.x + 16
  const anchor = isLast ? 'end' : 'start'
  return (
    <>
      <text className={isLast ? 'n rice' : 'n'} x={x} y={RIVER.surface + 44} textAnchor={anchor}>
        {writeCount(props.count, words.few)}
      </text>
      <text x={x} y={RIVER.surface + 64} textAnchor={anchor}>
        {words.stages[props.stage]}
      </text>
    </>
  )
}

function FlowsBack({ width, count }: { readonly width: number; readonly count: OfficeCount }) {
  const words = useDeskWords('picture')
  return (
    <>
      <path
        d="M813 65V54A36 36 0 0 0 777 18H549A36 36 0 0 0 513 54V54"
        stroke="var(--persimmon)"
        strokeOpacity=".5"
        strokeWidth={Math.min(width, 30)}
        strokeLinecap="butt"
      />
      <path d="M502 50h22l-11 14z" className="again" stroke="none" />
      <text x="663" y="48" textAnchor="middle" className="again">
        {words.reopened} <tspan>{writeCount(count, words.few)}</tspan>
      </text>
    </>
  )
}

/** 1284 件听到的事，742 件家里说办好了，362 件还开着，其中 71 件搁着 */
function useSentence({ stages, pools }: RiverCounts): string {
  const words = useDeskWords('picture')
  const open = sumOf([
    pools['not-agreed'],
    pools['no-way-yet'],
    pools['left-lying'],
    pools.waiting,
    pools['in-hand'],
    pools.awaiting,
  ])
  const write = (count: OfficeCount) => writeCount(count, words.few)
  return words.riverSays(write(stages.heard), write(stages.solved), write(open), write(pools['left-lying']))
}

/* A sum with a suppressed part is not written either: it would give the part away. */
const sumOf = (counts: readonly OfficeCount[]): OfficeCount =>
  counts.reduce<OfficeCount>((sum, count) => (sum === 'few' || count === 'few' ? 'few' : sum + count), 0)

function RiverTable({ counts }: { readonly counts: RiverCounts }) {
  const words = useDeskWords('picture')
  return (
    <table className="tbl">
      <caption className="unseen">{words.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{words.stage}</th>
          <th scope="col" className="r">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {STAGES.map(stage => (
          <RiverLine key={stage} says={words.stages[stage]} count={counts.stages[stage]} />
        ))}
        {POOLS.map(pool => (
          <RiverLine key={`pool-${pool}`} says={words.pools[pool]} count={counts.pools[pool]} />
        ))}
        <RiverLine says={words.reopened} count={counts.reopened} />
      </tbody>
    </table>
  )
}

const RiverLine = ({ says, count }: { readonly says: string; readonly count: OfficeCount }) => (
  <tr>
    <th scope="row">{says}</th>
    <td className="r">
      <Count count={count} />
    </td>
  </tr>
)
