import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { SealedDesk } from '#domain/sealed/letter.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useAsked } from '../use-asked.ts'
import { Forgotten } from './Forgotten.tsx'
import { LetterSheet } from './LetterSheet.tsx'
import { MakeKey } from './MakeKey.tsx'
import { OpenerList } from './OpenerList.tsx'

export type SealedProps = { readonly desk: SealedDesk; readonly again: () => Promise<void> }

/** 封着的信: who opens, the own key, and the letters that two open together [H19]. Nobody else sees that there are any. */
export function SealedScreen() {
  const words = useDeskWords('sealed')
  const [shown, again] = useAsked<SealedDesk>('/api/sealed/desk')
  return (
    <DeskPage name={words.name} heading={words.heading} note={words.under}>
      <Arrived shown={shown} again={again}>
        {desk => (
          <>
            {desk.openers.length === 0 && desk.others.length === 0 ? <Empty>{words.notAsked}</Empty> : null}
            {desk.me.isNamed && desk.me.wrapped === null ? <MakeKey again={again} /> : null}
            {desk.me.wrapped === null ? null : <Letters desk={desk} again={again} />}
            <Forgotten desk={desk} again={again} />
            <OpenerList desk={desk} again={again} />
          </>
        )}
      </Arrived>
    </DeskPage>
  )
}

function Letters({ desk, again }: SealedProps) {
  const words = useDeskWords('sealed')
  return (
    <>
      {desk.chain === 'whole' ? null : <p className="small due">{words.chainBroken}</p>}
      {desk.closed === 0 ? null : <p className="note">{words.closed(desk.closed)}</p>}
      {desk.letters.length === 0 ? <Empty>{words.none}</Empty> : null}
      {desk.letters.map(letter => (
        <LetterSheet key={letter.id} letter={letter} desk={desk} again={again} />
      ))}
    </>
  )
}
