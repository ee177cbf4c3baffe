import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { PartsWords, usePartsWords } from '#app/i18n/parts-words.tsx'
import { Bars } from '#app/ui/desk/Bars.tsx'
import { Button } from '#app/ui/Button.tsx'
import { CountTable } from '#app/ui/desk/CountTable.tsx'
import { DeskGround } from '#app/ui/desk/DeskGround.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { DeskShell } from '#app/ui/desk/DeskShell.tsx'
import { DeskTable } from '#app/ui/desk/DeskTable.tsx'
import { Numbers } from '#app/ui/desk/Numbers.tsx'
import { River } from '#app/ui/desk/River.tsx'
import type { RiverCounts } from '#app/ui/desk/river-course.ts'
import { Section } from '#app/ui/Section.tsx'
import { useSettings } from '#app/ui/settings.ts'

const RIVER: RiverCounts = {
  stages: { heard: 1284, agreed: 1203, 'in-hand': 1203, answered: 876, solved: 742 },
  pools: {
    withdrawn: 46,
    'not-agreed': 35,
    'no-way-yet': 0,
    'left-lying': 71,
    waiting: 75,
    'in-hand': 181,
    'rather-not-say': 16,
    awaiting: 118,
  },
  reopened: 64,
}

const AGES = { 'up-to-7': 121, 'up-to-14': 103, 'up-to-30': 84, 'up-to-60': 38, 'over-60': 16 } as const

/** The desk's parts: frame, river, table of counts, bars, a sortable table. */
export function DeskPartsScreen() {
  const [{ language }] = useSettings()
  return (
    <PartsWords language={language}>
      <DeskGround>
        <DeskParts />
      </DeskGround>
    </PartsWords>
  )
}

function DeskParts() {
  const { ways } = useDeskWords('shell')
  const words = usePartsWords()
  return (
    <DeskShell
      office={words.desk}
      name={words.heading}
      groups={[
        [
          { to: '/desk/parts', says: ways.picture },
          { to: '/desk/needs', says: ways.needs },
          { to: '/desk/left-lying', says: ways.leftLying },
        ],
        [
          { to: '/desk/roster', says: ways.roster },
          { to: '/desk/cards', says: ways.cards },
          { to: '/desk/teams', says: ways.teams },
        ],
        [{ to: '/desk/openings', says: ways.openings }],
      ]}
    >
      <PicturePart />
    </DeskShell>
  )
}

function PicturePart() {
  const picture = useDeskWords('picture')
  const shell = useDeskWords('shell')
  const words = usePartsWords()
  const [as, setAs] = useState<'picture' | 'table'>('picture')
  const kinds = Object.entries(picture.lyingKinds)
  return (
    <DeskPage
      name={words.desk}
      heading={picture.heading}
      note={picture.under(picture.places(4, 41), '20:00')}
      acts={
        <>
          <Button small onPress={() => setAs(as === 'picture' ? 'table' : 'picture')}>
            {as === 'picture' ? shell.asTable : shell.asPicture}
          </Button>
          <Button small onPress={() => undefined}>
            {shell.toFile}
          </Button>
        </>
      }
    >
      <River counts={RIVER} as={as} />
      <div className="three-wide">
        <Section bare heading={picture.openWhere}>
          <CountTable
            name={picture.openWhere}
            placesSay={picture.place}
            kinds={kinds.map(([id, says]) => ({ id, says }))}
            places={words.towns.map((town, place) => ({
              id: town,
              says: town,
              counts: Object.fromEntries(
                kinds.map(([id], kind) => [id, (place + kind) % 3 === 2 ? 'few' : 31 - 4 * kind]),
              ),
            }))}
          />
        </Section>
        <Section bare heading={picture.age} note={picture.matters(362)}>
          <Bars
            rows={(['up-to-7', 'up-to-14', 'up-to-30', 'up-to-60', 'over-60'] as const).map(id => ({
              id,
              says: picture.ages[id],
              count: AGES[id],
            }))}
          />
        </Section>
        <Section bare heading={picture.leftLying}>
          <DeskTable
            name={picture.leftLying}
            rows={kinds.map(([id, says], place) => ({ id, says, count: [31, 23, 17][place] ?? 0 }))}
            keyOf={row => row.id}
            columns={[
              { key: 'says', says: picture.stage, show: row => row.says, sortBy: row => row.says },
              {
                key: 'count',
                says: picture.count,
                show: row => row.count,
                sortBy: row => row.count,
                numbers: true,
              },
            ]}
          />
        </Section>
      </div>
      <Numbers
        lines={[
          { id: 'heard', count: 214, unit: picture.stages.heard },
          { id: 'due', count: 5, unit: picture.leftLying, due: true },
        ]}
      />
    </DeskPage>
  )
}
