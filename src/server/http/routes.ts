import { adviceLinkRoutes } from '../advice-page/advice-links.routes.ts'
import { advicePageRoutes } from '../advice-page/advice-page.routes.ts'
import { deviceRoutes } from '../devices/devices.routes.ts'
import { meRoutes } from '../accounts/me.routes.ts'
import { signInRoutes } from '../accounts/sign-in.routes.ts'
import { nudgeRoutes } from '../nudges/nudges.routes.ts'
import { pictureRoutes } from '../picture/picture.routes.ts'
import { referralRoutes } from '../referrals/referrals.routes.ts'
import { rescueRoutes } from '../rescue/rescue.routes.ts'
import { rosterRoutes } from '../rosters/rosters.routes.ts'
import { syncRoutes } from '../sync/sync.routes.ts'
import { catalogueRoutes } from '../catalogues/catalogues.routes.ts'
import { cardPageRoutes } from '../card-page/card-page.routes.ts'
import { cardRoutes } from '../cards/cards.routes.ts'
import { needRoutes } from '../needs/needs.routes.ts'
import { erasingRoutes } from '../erasing/erasing.routes.ts'
import { openingRoutes } from '../openings/openings.routes.ts'
import { sealedDeskRoutes } from '../sealed/desk.routes.ts'
import { openersRoutes } from '../sealed/openers.routes.ts'
import { sealedRoutes } from '../sealed/sealed.routes.ts'
import { slipRoutes } from '../sealed/slip.routes.ts'
import { teamRoutes } from '../teams/teams.routes.ts'
import { voiceRoutes } from '../voices/voices.routes.ts'
import type { Routes } from './context.ts'
import { healthRoutes } from './health.routes.ts'

/** The table of contents of the API: every concept's routes, one line each. */
export const routes: readonly Routes[] = [
  healthRoutes,
  signInRoutes,
  meRoutes,
  syncRoutes,
  deviceRoutes,
  rescueRoutes,
  nudgeRoutes,
  pictureRoutes,
  referralRoutes,
  rosterRoutes,
  teamRoutes,
  catalogueRoutes,
  openingRoutes,
  erasingRoutes,
  needRoutes,
  cardRoutes,
  cardPageRoutes,
  adviceLinkRoutes,
  advicePageRoutes,
  sealedRoutes,
  openersRoutes,
  sealedDeskRoutes,
  slipRoutes,
  voiceRoutes,
]
