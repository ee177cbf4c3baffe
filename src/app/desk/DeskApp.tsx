import './desk-screens.css'
import { useCallback } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskGround } from '#app/ui/desk/DeskGround.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { DeskShell } from '#app/ui/desk/DeskShell.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { Actor } from '#domain/access/grants.ts'
import { ask } from './ask.ts'
import { CardsScreen } from './cards/CardsScreen.tsx'
import { addresses, type Way, waysOf } from './desk-ways.ts'
import { DeskSettings } from './DeskSettings.tsx'
import { Arrived } from './DeskSentence.tsx'
import { DeskSignIn } from './door/DeskSignIn.tsx'
import { RescueAtDesk } from './devices/RescueAtDesk.tsx'
import { DevicesScreen } from './devices/DevicesScreen.tsx'
import { FormalScreen } from './formal/FormalScreen.tsx'
import { ErasingScreen } from './erasing/ErasingScreen.tsx'
import { LeftLyingScreen } from './needs/LeftLyingScreen.tsx'
import { NeedsScreen } from './needs/NeedsScreen.tsx'
import { OpeningsScreen } from './openings/OpeningsScreen.tsx'
import { PictureScreen } from './picture/PictureScreen.tsx'
import { PoliciesScreen } from './policies/PoliciesScreen.tsx'
import { QueueScreen } from './queue/QueueScreen.tsx'
import { RosterScreen } from './roster/RosterScreen.tsx'
import { SealedScreen } from './sealed/SealedScreen.tsx'
import { SittingAt } from './sitting.tsx'
import { TalkLinesScreen } from './talk/TalkLinesScreen.tsx'
import { TeamsScreen } from './teams/TeamsScreen.tsx'
import { useAsked } from './use-asked.ts'

/** The desk: leader, department officer, office, privacy officer. Online, with a session and nothing kept on the machine. */
export function DeskApp() {
  return (
    <DeskGround>
      <Desk />
    </DeskGround>
  )
}

type Me = { readonly actor: Actor; readonly faces: readonly string[] }

function Desk() {
  const [shown, again] = useAsked<Me>('/api/me')
  const leave = useCallback(async () => {
    await ask('/api/auth/sign-out', { body: {} })
    await again()
  }, [again])
  if (shown.is === 'trouble' && shown.because === 'not-signed-in') return <DeskSignIn onSignedIn={again} />
  return (
    <Arrived shown={shown} again={again}>
      {({ actor }) => (
        <SittingAt value={{ actor, leave }}>
          <Framed actor={actor} leave={leave} />
        </SittingAt>
      )}
    </Arrived>
  )
}

function Framed({ actor, leave }: { readonly actor: Actor; readonly leave: () => Promise<void> }) {
  const words = useDeskWords('shell')
  const groups = waysOf(actor.role)
  const first = groups[0]?.[0]
  return (
    <DeskShell
      office={words.roles[actor.role]}
      name={actor.name}
      groups={groups.map(group => group.map(way => ({ to: addresses[way], says: words.ways[way] })))}
      below={
        <div className="desk-foot">
          <DeskSettings />
          <Button kind="quiet" small onPress={() => void leave()}>
            {words.signOut}
          </Button>
        </div>
      }
    >
      <Switch>
        {groups.flat().map(way => (
          <Route key={way} path={`${addresses[way]}/*?`}>
            {screens[way]()}
          </Route>
        ))}
        {first === undefined ? null : (
          <Route path="/desk">
            <Redirect to={addresses[first]} replace />
          </Route>
        )}
        <Route>
          <DeskPage name={words.brand} heading={first === undefined ? words.onThePhone : words.notYours}>
            <Empty>{first === undefined ? words.onThePhoneMeans : words.notYoursMeans}</Empty>
            <Button to={first === undefined ? '/today' : addresses[first]}>
              {first === undefined ? words.toPhone : words.ways[first]}
            </Button>
            {first === undefined ? <RescueAtDesk /> : null}
          </DeskPage>
        </Route>
      </Switch>
    </DeskShell>
  )
}

const screens: Readonly<Record<Way, () => React.ReactNode>> = {
  picture: () => <PictureScreen />,
  needs: () => <NeedsScreen />,
  leftLying: () => <LeftLyingScreen />,
  roster: () => <RosterScreen />,
  policies: () => <PoliciesScreen />,
  talk: () => <TalkLinesScreen />,
  formal: () => <FormalScreen />,
  cards: () => <CardsScreen />,
  teams: () => <TeamsScreen />,
  devices: () => <DevicesScreen />,
  openings: () => <OpeningsScreen />,
  erasing: () => <ErasingScreen />,
  sealed: () => <SealedScreen />,
  queue: () => <QueueScreen key="queue" part="queue" />,
  inHand: () => <QueueScreen key="inHand" part="inHand" />,
  answered: () => <QueueScreen key="answered" part="answered" />,
}
