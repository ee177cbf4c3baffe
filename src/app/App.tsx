import { type ReactNode, Suspense, useEffect } from 'react'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { ClearedNotice } from './accounts/ClearedNotice.tsx'
import { Door } from './accounts/Door.tsx'
import { Words } from './i18n/words.tsx'
import { apartScreens, phoneScreens, type ScreenAt } from './routes.tsx'
import type { Device } from './sync/device.ts'
import { WuxinDevice } from './sync/wuxin.tsx'
import { Mishap } from './ui/Mishap.tsx'
import { NewVersion } from './ui/NewVersion.tsx'
import { Nowhere } from './ui/Nowhere.tsx'
import { useSettings } from './ui/settings.ts'
import { Toasts } from './ui/Toast.tsx'
import { WayBack } from './ui/way-back.tsx'

/** The whole app: words, one place for what is said at the foot, the way back, and the screen of this address. */
export function App(props: {
  readonly first: Parameters<typeof Words>[0]['first']
  readonly device: Device
}) {
  const { first, device } = props
  const [{ language }] = useSettings()
  return (
    <Words language={language} first={first}>
      <Router>
        <Toasts>
          <WayBack>
            <Face>
              <NewVersion />
              <Screens device={device} />
            </Face>
          </WayBack>
        </Toasts>
      </Router>
    </Words>
  )
}

const home = '/today'

function Screens({ device }: { readonly device: Device }) {
  const [path] = useLocation()
  return (
    <Mishap key={path}>
      <Suspense fallback={null}>
        <Switch>
          {apartScreens.map(routeOf)}
          <Route>
            <BehindTheDoor device={device} />
          </Route>
        </Switch>
      </Suspense>
    </Mishap>
  )
}

/** The phone: nothing of a family is drawn until somebody has signed in and opened this device. */
const BehindTheDoor = ({ device }: { readonly device: Device }) => (
  <WuxinDevice device={device}>
    <ClearedNotice>
      <Door>
        <Switch>
          {phoneScreens.map(routeOf)}
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Door>
    </ClearedNotice>
  </WuxinDevice>
)

const routeOf = ({ path, Screen }: ScreenAt) => (
  <Route key={path} path={path}>
    <Screen />
  </Route>
)

/** The desk is denser than the phone; tokens.css chooses by this. */
function Face({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  const face = /^\/desk(\/|$)/.test(path) ? 'desk' : 'phone'
  useEffect(() => {
    document.documentElement.dataset['face'] = face
  }, [face])
  return children
}
