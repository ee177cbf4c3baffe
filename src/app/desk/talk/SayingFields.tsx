import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { PicksMany } from '#app/ui/Picks.tsx'
import { solarTerms } from '#domain/base/calendar/solar-terms.ts'
import { lintSaying } from '#domain/visits/conversation/lint-talk.ts'
import { fits, type LocalWords, type Saying } from '#domain/visits/conversation/talk-line.ts'
import { AreaField, useAreas } from '../catalogues/AreaField.tsx'
import { useFaultWords } from '../catalogues/fault-words.ts'

type Props = { readonly saying: Saying; readonly onChange: (part: Partial<Saying>) => void }

/** A saying's words and when it is said; under each field at once what would make it an interrogation [H7]. */
export function SayingFields({ saying, onChange }: Props) {
  const words = useDeskWords('talk')
  const faultIn = useFaultWords()
  const problems = saying.zh.trim() === '' ? [] : lintSaying(saying)
  const faultOf = (field: string) => {
    const problem = problems.find(one => one.field === field)
    return problem === undefined ? undefined : faultIn(problem)
  }
  return (
    <>
      <TextArea
        label={words.zhAsk}
        voice="song"
        lines={2}
        required
        value={saying.zh}
        onChange={zh => onChange({ zh })}
        note={words.letters([...saying.zh].length)}
        refusal={faultOf('zh')}
      />
      <LocalFields saying={saying} onChange={onChange} faultOf={faultOf} />
      <TextArea
        label={words.enAsk}
        lines={2}
        value={saying.en}
        onChange={en => onChange({ en })}
        refusal={faultOf('en')}
      />
      <div className="small-picks">
        <PicksMany
          label={words.fitsAsk}
          value={saying.fits}
          onChange={value => onChange({ fits: value })}
          choices={fits.map(fit => ({ value: fit, says: words.fits[fit] }))}
        />
        <PicksMany
          label={words.termsAsk}
          value={saying.terms}
          onChange={value => onChange({ terms: value })}
          choices={solarTerms.map(term => ({ value: term, says: words.terms[term] }))}
        />
      </div>
      <p className="small two">{words.onlyThese}</p>
    </>
  )
}

function LocalFields({
  saying,
  onChange,
  faultOf,
}: Props & { readonly faultOf: (field: string) => string | undefined }) {
  const words = useDeskWords('talk')
  const areas = useAreas()
  const { local } = saying
  const write = (at: number, part: Partial<LocalWords>) =>
    onChange({ local: local.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  return (
    <>
      {local.map((one, at) => (
        // Local words have no name but their place among the others.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="local-words" key={at}>
          <AreaField
            needed="needed"
            label={words.area}
            value={one.area}
            onChange={area => write(at, { area })}
          />
          <Field
            label={words.localAsk}
            voice="song"
            value={one.zh}
            onChange={zh => write(at, { zh })}
            refusal={faultOf(`local.${String(at)}.zh`)}
          />
          <Button
            kind="quiet"
            small
            onPress={() => onChange({ local: local.filter((_, place) => place !== at) })}
          >
            {words.dropLocal}
          </Button>
        </div>
      ))}
      <div className="acts left add-lines">
        <Button
          small
          onPress={() =>
            onChange({
              local: [...local, { area: areas.at(2)?.area ?? areas[0]?.area ?? '42', zh: saying.zh }],
            })
          }
        >
          {words.addLocal}
        </Button>
      </div>
    </>
  )
}
