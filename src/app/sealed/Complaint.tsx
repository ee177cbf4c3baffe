import '../formal/formal.css'
import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useBackStep } from '#app/ui/back-step.ts'
import { Bar } from '#app/ui/Bar.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Loading } from '#app/ui/sentences.tsx'
import { pairsOf, type Opener } from '#domain/sealed/opener.ts'
import { FormalLines } from '../formal/FormalLines.tsx'
import type { FormalProps } from '../formal/FormalChannel.tsx'
import { useFormalChannel } from '../formal/use-formal-channel.ts'
import { readOpeners } from './sealed-shelf.ts'
import { Slip } from './Slip.tsx'
import { WriteComplaint } from './WriteComplaint.tsx'

/**
 * 要反映哪一个人: written, sealed at once to two who open it together, sent past the person and the village [H19]. What
 * is being written is kept nowhere before it is sealed; afterwards this phone cannot read it either.
 */
export function Complaint(props: FormalProps) {
  const words = useWords('sealed')
  const [openers, setOpeners] = useState<readonly Opener[]>()
  const [code, setCode] = useState<string>()
  useBackStep(true, props.onBack)
  useEffect(() => {
    void readOpeners().then(setOpeners, () => setOpeners([]))
  }, [])
  return (
    <Page
      name={props.name}
      heading={code === undefined ? words.heading : words.sealed}
      above={<Bar back={`/families/${props.household.id}/talk`} onBack={props.onBack} />}
    >
      {openers === undefined ? (
        <Loading />
      ) : code !== undefined ? (
        <Slip code={code} onDone={props.onBack} />
      ) : pairsOf(openers).length === 0 ? (
        <>
          <p className="lead">{words.nobodyYet}</p>
          <Elsewhere village={props.household.village} />
        </>
      ) : (
        <>
          <WriteComplaint openers={openers} onSealed={setCode} />
          <Elsewhere village={props.household.village} />
        </>
      )}
    </Page>
  )
}

/** Where they can go themselves, past all of us. */
function Elsewhere({ village }: { readonly village: string }) {
  const words = useWords('sealed')
  const lines = useFormalChannel(village)
  return <FormalLines heading={words.elsewhere} lines={lines('place').filter(line => line.forPersons)} />
}
