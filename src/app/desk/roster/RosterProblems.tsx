import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { ProblemPreview } from '#domain/campaigns/desk-answers.ts'
import { saveTable } from '../save-table.ts'

type Filter = 'all' | 'stopping' | 'passing'

const fewAtFirst = 12

/** What is to be looked at, by row: what is wrong, and what becomes of it. */
export function RosterProblems(props: {
  readonly file: string
  readonly problems: readonly ProblemPreview[]
}) {
  const words = useDeskWords('roster')
  const [filter, setFilter] = useState<Filter>('all')
  const [all, setAll] = useState(false)
  const { problems } = props
  const stopping = problems.filter(({ setsAside }) => setsAside)
  const passing = problems.filter(({ setsAside }) => !setsAside)
  const chosen = { all: [...stopping, ...passing], stopping, passing }[filter]
  const drawn = all ? chosen : chosen.slice(0, fewAtFirst)
  const save = () =>
    saveTable(props.file, [
      [words.row, words.cell, words.what, words.plan],
      ...chosen.map(problem => [
        problem.row,
        problem.column ?? '',
        words.problemsFound[problem.code],
        words.plans[problem.code],
      ]),
    ])
  if (problems.length === 0)
    return (
      <Section bare heading={words.problems}>
        <p className="two">{words.none}</p>
      </Section>
    )
  return (
    <Section
      bare
      heading={words.problems}
      note={
        <span className="filters">
          {(
            [
              ['all', words.allProblems(problems.length)],
              ['stopping', words.stopping(stopping.length)],
              ['passing', words.passing(passing.length)],
            ] as const
          ).map(([one, says]) => (
            <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
              {says}
            </button>
          ))}
        </span>
      }
    >
      <table className="tbl">
        <caption className="unseen">{words.problems}</caption>
        <thead>
          <tr>
            <th scope="col" className="r">
              {words.row}
            </th>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.plan}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map(problem => (
            <tr key={`${problem.sheet ?? ''} ${String(problem.row)} ${problem.column ?? ''} ${problem.code}`}>
              <td className="r">{problem.row}</td>
              <td>{problem.column ?? words.wholeRow}</td>
              <td>{words.problemsFound[problem.code]}</td>
              <td>{problem.setsAside ? <b>{words.plans[problem.code]}</b> : words.plans[problem.code]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small two">
        {chosen.length > drawn.length ? (
          <button type="button" className="link" onClick={() => setAll(true)}>
            {words.more(chosen.length - drawn.length)}
          </button>
        ) : null}{' '}
        <button type="button" className="link" onClick={save}>
          {words.listToFile}
        </button>
      </p>
    </Section>
  )
}
