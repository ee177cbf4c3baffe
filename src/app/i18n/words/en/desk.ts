import type { desk as words } from '../zh-CN/desk.ts'
import { cards } from './desk-cards.ts'
import { devices } from './desk-devices.ts'
import { erasing } from './desk-erasing.ts'
import { leftLying } from './desk-left-lying.ts'
import { deskCatalogues } from './desk-catalogues.ts'
import { deskFormal } from './desk-formal.ts'
import { deskTalk } from './desk-talk.ts'
import { deskNeeds } from './desk-needs.ts'
import { openings } from './desk-openings.ts'
import { picture } from './desk-picture.ts'
import { deskPolicies } from './desk-policies.ts'
import { queue } from './desk-queue.ts'
import { roster } from './desk-roster.ts'
import { sealedDesk } from './desk-sealed.ts'
import { shell } from './desk-shell.ts'
import { teams } from './desk-teams.ts'

/** The desk's words in English; the phone never loads them. */
export const desk: typeof words = {
  cards,
  catalogues: deskCatalogues,
  formal: deskFormal,
  talk: deskTalk,
  devices,
  erasing,
  leftLying,
  needs: deskNeeds,
  openings,
  picture,
  policies: deskPolicies,
  queue,
  roster,
  sealed: sealedDesk,
  shell,
  teams,
}
