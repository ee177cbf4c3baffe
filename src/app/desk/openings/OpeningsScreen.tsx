import { useLocation, useParams } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { DeskTable } from '#app/ui/desk/DeskTable.tsx'
import { TextLink } from '#app/ui/Button.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { dayOf, parseInstant } from '#domain/base/days.ts'
import type { OpeningsAnswer, VillageLine } from '#domain/campaigns/desk-answers.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useDeskToday } from '../sitting.tsx'
import { useAsked } from '../use-asked.ts'

type Opening = OpeningsAnswer['openings'][number]

/** Who opened which household, for the privacy officer: by village, and by one household of it. */
export function OpeningsScreen() {
  const words = useDeskWords('openings')
  const { '*': rest = '' } = useParams()
  const [, go] = useLocation()
  const [village = '', household = ''] = rest.split('/')
  const [villages, again] = useAsked<readonly Omit<VillageLine, 'hasRoster'>[]>('/api/openings/villages')
  return (
    <DeskPage name={words.name} heading={words.heading} note={words.under}>
      <Arrived shown={villages} again={again}>
        {all =>
          all.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <>
              <select
                className="boxed"
                aria-label={words.village}
                value={village}
                onChange={event => go(`/desk/openings/${event.target.value}`)}
              >
                <option value="">{words.chooseVillage}</option>
                {all.map(({ code, town, name }) => (
                  <option key={code} value={code}>{`${town}${name}`}</option>
                ))}
              </select>
              {village === '' ? null : <Log village={village} household={household} />}
            </>
          )
        }
      </Arrived>
    </DeskPage>
  )
}

function Log({ village, household }: { readonly village: string; readonly household: string }) {
  const words = useDeskWords('openings')
  const asked = household === '' ? '' : `&household=${household}`
  const [shown, again] = useAsked<OpeningsAnswer>(`/api/openings?village=${village}${asked}`)
  return (
    <Arrived shown={shown} again={again}>
      {({ chain, openings }) => (
        <>
          <p className={chain === 'whole' ? 'small two log-chain' : 'small due log-chain'}>
            {chain === 'whole' ? words.chainWhole : words.chainBroken}{' '}
            {household === '' ? null : (
              <TextLink to={`/desk/openings/${village}`}>{words.wholeVillage}</TextLink>
            )}
          </p>
          <LogTable openings={openings} />
        </>
      )}
    </Arrived>
  )
}

function LogTable({ openings }: { readonly openings: readonly Opening[] }) {
  const words = useDeskWords('openings')
  const when = useWhen()
  return (
    <DeskTable
      name={words.heading}
      rows={openings}
      keyOf={row => String(row.number)}
      empty={words.none}
      columns={[
        {
          key: 'when',
          says: words.columns.when,
          show: row => when(row.openedAt),
          sortBy: row => row.openedAt,
          width: 180,
        },
        {
          key: 'who',
          says: words.columns.who,
          show: showWho,
          sortBy: row => row.person,
        },
        {
          key: 'household',
          says: words.columns.household,
          show: showFamily,
          sortBy: row => row.family,
        },
        {
          key: 'why',
          says: words.columns.why,
          show: row => (isWhy(words.whys, row.why) ? words.whys[row.why] : row.why),
          sortBy: row => row.why,
        },
      ]}
    />
  )
}

function Who({ row }: { readonly row: Opening }) {
  const { roles } = useDeskWords('shell')
  return (
    <>
      {row.person} <span className="two small">{isRole(roles, row.role) ? roles[row.role] : row.role}</span>
    </>
  )
}

/** A family's name leads to the openings of this household alone. */
function Family({ row }: { readonly row: Opening }) {
  const { familyOf } = useWords('base')
  const { '*': rest = '' } = useParams()
  return (
    <TextLink to={`/desk/openings/${rest.slice(0, 12)}/${row.household}`}>{familyOf(row.family)}</TextLink>
  )
}

const showWho = (row: Opening) => <Who row={row} />
const showFamily = (row: Opening) => <Family row={row} />

const isRole = <Words extends object>(words: Words, role: string): role is string & keyof Words =>
  Object.hasOwn(words, role)
const isWhy = isRole

function useWhen(): (at: string) => string {
  const days = useWords('days')
  const today = useDeskToday()
  return written => {
    const at = parseInstant(written)
    return at === null ? written : `${days.day(dayOf(at), today)} ${days.clock(at)}`
  }
}
