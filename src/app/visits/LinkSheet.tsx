import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useSyncNow } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { AdviceLinkMade } from '#domain/visits/advice-links.ts'
import type { PlannedVisit } from '#domain/visits/plan.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useAdviceLinks, type AdviceLinks } from './use-advice-links.ts'

type LinkProps = {
  readonly families: readonly PlannedVisit[]
  readonly onClose: () => void
}

/** A link for somebody of the village: it opens for a day and shows whose door and when, nothing else [H2]. */
export function LinkSheet(props: LinkProps & { readonly open: boolean }) {
  const words = useWords('asking')
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={words.linkHeading}>
      <Making families={props.families} />
    </Sheet>
  )
}

function Making({ families }: Pick<LinkProps, 'families'>) {
  const words = useWords('asking')
  const syncNow = useSyncNow()
  const village = families[0]?.household.village ?? null
  const links = useAdviceLinks(village)
  const [whom, setWhom] = useState('')
  const [made, setMade] = useState<AdviceLinkMade>()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    // A plan made a moment ago is sent first: a link asks about what the server knows.
    await syncNow()
    const here = families.filter(({ household }) => household.village === village)
    const asked = here.map(({ household, visit }) => ({ household: household.id, visit: visit.id }))
    setMade((await links.make({ saidBy: whom.trim(), visits: asked })) ?? undefined)
    setBusy(false)
  }
  const isCadre = links.cadres.some(one => calledAs(one) === whom)
  if (made !== undefined) return <Made made={made} />
  return (
    <>
      {links.cadres.length === 0 ? null : (
        <Picks
          label={words.whom}
          value={links.cadres.map(calledAs).find(name => name === whom)}
          onChange={setWhom}
          choices={links.cadres.map(calledAs).map(name => ({ value: name, says: name }))}
        />
      )}
      <Field
        label={links.cadres.length === 0 ? words.whom : words.whomElse}
        hint={words.whomHint}
        value={isCadre ? '' : whom}
        onChange={setWhom}
      />
      <FormEnd
        refusal={links.refusal}
        busy={busy}
        ready={whom.trim() !== '' && village !== null}
        onKeep={() => void make()}
      >
        {words.make}
      </FormEnd>
      <StillOpen links={links} />
    </>
  )
}

const calledAs = ({ name, title }: AdviceLinks['cadres'][number]): string =>
  title === '' ? name : `${name}，${title}`

function Made({ made }: { readonly made: AdviceLinkMade }) {
  const words = useWords('asking')
  const toast = useToast()
  const [isCopied, setCopied] = useState(true)
  const copy = () => {
    navigator.clipboard.writeText(made.address).then(
      () => toast(words.copied),
      () => setCopied(false),
    )
  }
  const name = made.saidBy.split(/[，,]/u)[0] ?? ''
  return (
    <>
      <p className="say">{words.made}</p>
      <p className={isCopied ? 'link-address' : 'link-address all'}>{made.address}</p>
      <p className="note">{words.madeNote}</p>
      <Acts>
        <Button href={`sms:?body=${encodeURIComponent(words.smsText(name, made.address))}`}>
          {words.bySms}
        </Button>
        <Button kind="first" onPress={copy}>
          {words.copy}
        </Button>
      </Acts>
    </>
  )
}

function StillOpen({ links }: { readonly links: AdviceLinks }) {
  const words = useWords('asking')
  const toast = useToast()
  const { load } = links
  useEffect(() => void load(), [load])
  if (links.open.length === 0) return null
  return (
    <Section heading={words.open}>
      {links.open.map(({ link, saidBy, answered, visits }) => (
        <div className="open-link" key={link}>
          <span>{words.opensUntil(saidBy, answered, visits.length)}</span>
          <Button kind="quiet" small onPress={() => void links.revoke(link).then(() => toast(words.revoked))}>
            {words.revoke}
          </Button>
        </div>
      ))}
    </Section>
  )
}
