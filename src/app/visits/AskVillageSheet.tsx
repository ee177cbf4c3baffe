import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { ChoiceList, ChoiceRow } from '#app/ui/Choice.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { Household } from '#domain/households/household.ts'
import type { Visit } from '#domain/visits/visit.ts'
import { useWriting } from '../phone/use-writing.ts'
import { TelephoneAdviceForm } from './TelephoneAdviceForm.tsx'

type AskProps = { readonly household: Household; readonly visit: Visit; readonly onClose: () => void }

/** The village cadre is asked: on the cadre's own phone, or typed here as told by telephone, in the cadre's name [H2]. */
export function AskVillageSheet(props: AskProps & { readonly open: boolean }) {
  const words = useWords('advice')
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={words.askHeading}>
      <Ways {...props} />
    </Sheet>
  )
}

function Ways({ household, visit, onClose }: AskProps) {
  const words = useWords('advice')
  const toast = useToast()
  const { write, refusal } = useWriting()
  const [typing, setTyping] = useState(false)
  const send = async () => {
    const where = { village: household.village, household: household.id }
    if (!(await write([{ ...where, kind: 'advice.ask', body: { visit: visit.id } }]))) return
    onClose()
    toast(words.sent)
  }
  if (typing) return <TelephoneAdviceForm household={household} visit={visit} onClose={onClose} />
  return (
    <>
      <ChoiceList>
        <ChoiceRow says={words.send} means={words.sendMeans} leads={{ onPress: () => void send() }} />
        <ChoiceRow says={words.iWrite} means={words.iWriteMeans} leads={{ onPress: () => setTyping(true) }} />
      </ChoiceList>
      {refusal === undefined ? null : <Refusal>{refusal}</Refusal>}
    </>
  )
}
