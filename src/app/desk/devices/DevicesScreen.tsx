import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import type { DeviceLine } from '#domain/campaigns/desk-answers.ts'
import { byTrouble, standingOfDevice } from '#domain/campaigns/device-standing.ts'
import { Arrived } from '../DeskSentence.tsx'
import { useDeskToday, useSitting } from '../sitting.tsx'
import { useAsked } from '../use-asked.ts'
import { DeviceTable } from './DeviceTable.tsx'
import { LostSheet } from './LostSheet.tsx'
import { RescueAtDesk } from './RescueAtDesk.tsx'

type Filter = 'all' | 'asks'

/** How the team's phones stand, so that somebody can help; and the one that is lost. */
export function DevicesScreen() {
  const words = useDeskWords('devices')
  const today = useDeskToday()
  const { actor } = useSitting()
  const [shown, again] = useAsked<readonly DeviceLine[]>('/api/devices')
  const [filter, setFilter] = useState<Filter>('all')
  const [lost, setLost] = useState<DeviceLine | null>(null)
  return (
    <DeskPage name={words.name} heading={words.heading} note={words.under}>
      <p className="filters">
        {(['all', 'asks'] as const).map(one => (
          <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
            {words.filters[one]}
          </button>
        ))}
      </p>
      <Arrived shown={shown} again={again}>
        {devices => {
          const drawn = byTrouble(devices, today).filter(
            device => filter === 'all' || !isQuiet.has(standingOfDevice(device, today)),
          )
          return (
            <DeviceTable
              devices={drawn}
              empty={devices.length === 0 ? words.none : words.noneAsks}
              onLost={setLost}
            />
          )
        }}
      </Arrived>
      {actor.role === 'team-leader' ? <RescueAtDesk /> : null}
      <LostSheet device={lost} onClose={() => setLost(null)} onRevoked={again} />
    </DeskPage>
  )
}

const isQuiet: ReadonlySet<string> = new Set(['well', 'revoked'])
