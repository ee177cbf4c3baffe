import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { lintExpression } from '#domain/policies/lint-expression.ts'
import { useFaultWords } from '../catalogues/fault-words.ts'

const lines = {
  age: 'members.exists(m, m.age >= 65)',
  between: 'members.exists(m, m.age >= 6 && m.age <= 15)',
  category: '"残疾人" in categories',
  notCategory: '!("低保户" in categories)',
  need: '"hardship" in needs',
  months: '(month >= 9 || month <= 2)',
  aloneOld: '(members.size() == 1 && members.all(m, m.age >= 60))',
} as const

/** Who may be entitled, as an expression: with sentences to add, and at once what is wrong with it and where. */
export function EntitledField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const words = useDeskWords('policies')
  const faultIn = useFaultWords()
  const { value, onChange } = props
  const [problem] = lintExpression(value)
  const add = (line: string) => onChange(value.trim() === '' ? line : `${value.trim()} && ${line}`)
  return (
    <div className="entitled">
      <TextArea
        label={words.entitled}
        lines={3}
        value={value}
        onChange={onChange}
        note={words.onlyFacts}
        refusal={problem === undefined ? undefined : faultIn(problem)}
      />
      <div className="acts left add-lines" role="group" aria-label={words.addLine}>
        {(Object.keys(lines) as (keyof typeof lines)[]).map(name => (
          <Button key={name} small onPress={() => add(lines[name])}>
            {words.lines[name]}
          </Button>
        ))}
      </div>
      <details className="fact-lines">
        <summary>{words.facts}</summary>
        <dl>
          {words.factLines.map(([written, means]) => (
            <div key={written}>
              <dt>
                <code>{written}</code>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
