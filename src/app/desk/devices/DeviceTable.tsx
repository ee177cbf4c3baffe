import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskTable } from '#app/ui/desk/DeskTable.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import type { DeviceLine } from '#domain/campaigns/desk-answers.ts'
import { standingOfDevice } from '#domain/campaigns/device-standing.ts'
import { useDeskToday } from '../sitting.tsx'
import { useLost, useWhen } from './use-when.ts'

/** The phones, by what asks for help. No column sorts by a number: nobody is set above another [F1]. */
export function DeviceTable(props: {
  readonly devices: readonly DeviceLine[]
  readonly empty: string
  readonly onLost: (device: DeviceLine) => void
}) {
  const words = useDeskWords('devices')
  const { columns } = words
  const persons = props.devices.map(({ person }) => person)
  const withTwo = new Set(persons.filter((person, at) => persons.indexOf(person) !== at))
  return (
    <DeskTable
      name={words.name}
      rows={props.devices}
      keyOf={({ device, person }) => `${person} ${device}`}
      empty={props.empty}
      columns={[
        { key: 'who', says: columns.who, show: showWho(withTwo), width: 190 },
        { key: 'synced', says: columns.synced, show: showSynced, width: 150 },
        { key: 'waits', says: columns.waits, show: showWaits, width: 220 },
        { key: 'standing', says: columns.standing, show: showStanding },
        {
          key: 'act',
          says: columns.act,
          show: showActs(props.onLost),
          width: 160,
        },
      ]}
    />
  )
}

function LostAct(props: { readonly device: DeviceLine; readonly onLost: (device: DeviceLine) => void }) {
  const words = useDeskWords('devices')
  const { device, onLost } = props
  if (device.revokedOn !== null) return null
  return (
    <Button small kind="quiet" label={words.actFor(device.name)} onPress={() => onLost(device)}>
      {words.act}
    </Button>
  )
}

function Who({ device, withTwo }: { readonly device: DeviceLine; readonly withTwo: Persons }) {
  const words = useDeskWords('devices')
  const { roles } = useDeskWords('shell')
  const today = useDeskToday()
  const { day } = useWhen()
  const is = standingOfDevice(device, today)
  return (
    <>
      <span className={is === 'well' || is === 'revoked' ? 'two' : ''}>{device.name}</span>
      <p className="cap three">
        {device.teams !== '' ? device.teams : device.role === 'visitor' ? words.noTeam : roles[device.role]}
      </p>
      {withTwo.has(device.person) ? (
        <p className="cap three">{words.knownFrom(day(device.firstOn))}</p>
      ) : null}
    </>
  )
}

function Synced({ device }: { readonly device: DeviceLine }) {
  const { contact } = useWhen()
  return <span className={toneOf(device)}>{contact(device)}</span>
}

function Waits({ device }: { readonly device: DeviceLine }) {
  const words = useDeskWords('devices')
  const { at } = useWhen()
  const { said } = device
  if (device.revokedOn !== null) return <span className="three">—</span>
  if (said === null) return <span className="three">{words.waitsUnknown}</span>
  if (said.waiting === 0) return <span className="three">{words.waitsNone}</span>
  return <>{words.waits(said.waiting, said.oldestAt === null ? '' : at(said.oldestAt))}</>
}

function Standing({ device }: { readonly device: DeviceLine }) {
  const { standings } = useDeskWords('devices')
  const today = useDeskToday()
  const is = standingOfDevice(device, today)
  switch (is) {
    case 'not-stored':
      return <Mark state="still-missing">{standings[is]}</Mark>
    case 'for-review':
      return <Mark state="still-missing">{standings[is](device.said?.forReview ?? 0)}</Mark>
    case 'waits-long':
      return <Mark state="left-lying">{standings[is]}</Mark>
    case 'waits':
      return <Mark state="waiting">{standings[is]}</Mark>
    case 'old-app':
      return <span className="two">{standings[is](device.said?.app ?? '')}</span>
    case 'well':
      return <span className="three">{standings[is]}</span>
    case 'revoked':
      return <Revoked device={device} />
    default:
      return is satisfies never
  }
}

function Revoked({ device }: { readonly device: DeviceLine }) {
  const { standings } = useDeskWords('devices')
  const { day } = useWhen()
  const lost = useLost()
  return (
    <>
      <span className="two">
        {device.revokedOn === null ? null : standings.revoked(day(device.revokedOn))}
      </span>
      {lost(device).map(sentence => (
        <p key={sentence} className="small two">
          {sentence}
        </p>
      ))}
    </>
  )
}

const toneOf = ({ said, revokedOn }: DeviceLine): string =>
  revokedOn === null && said !== null && said.waiting > 0 ? '' : 'three'

const showActs = (onLost: (device: DeviceLine) => void) => (device: DeviceLine) => (
  <LostAct device={device} onLost={onLost} />
)
/** Those with two phones, which are told apart by the day from which each is known. */
type Persons = ReadonlySet<DeviceLine['person']>

const showWho = (withTwo: Persons) => (device: DeviceLine) => <Who device={device} withTwo={withTwo} />
const showSynced = (device: DeviceLine) => <Synced device={device} />
const showWaits = (device: DeviceLine) => <Waits device={device} />
const showStanding = (device: DeviceLine) => <Standing device={device} />
