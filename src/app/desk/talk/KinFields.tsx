import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Field } from '#app/ui/Field.tsx'
import type { Kin } from '#domain/visits/conversation/talk-line.ts'
import { AreaField } from '../catalogues/AreaField.tsx'

/** A kin word from an age on, in a place. */
export function KinFields({
  kin,
  onChange,
}: {
  readonly kin: Kin
  readonly onChange: (part: Partial<Kin>) => void
}) {
  const words = useDeskWords('talk')
  const { english } = kin
  return (
    <div className="two-by-two">
      <Field
        label={words.kinFrom}
        type="number"
        required
        value={String(kin.from)}
        onChange={from => onChange({ from: Number(from) })}
      />
      <AreaField label={words.area} value={kin.area} onChange={area => onChange({ area })} />
      <Field
        label={words.kinMale}
        voice="song"
        required
        value={kin.male}
        onChange={male => onChange({ male })}
      />
      <Field
        label={words.kinFemale}
        voice="song"
        required
        value={kin.female}
        onChange={female => onChange({ female })}
      />
      <Field
        label={words.kinMaleEnglish}
        required
        value={english.male}
        onChange={male => onChange({ english: { ...english, male } })}
      />
      <Field
        label={words.kinFemaleEnglish}
        required
        value={english.female}
        onChange={female => onChange({ english: { ...english, female } })}
      />
    </div>
  )
}
