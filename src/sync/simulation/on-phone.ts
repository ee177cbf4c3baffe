import type { Phone, Tab } from './phone.ts'
import type { Scene } from './scene.ts'

/** Where a step happens: in one tab of one device. */
export type OnPhone = { readonly scene: Scene; readonly phone: Phone; readonly tab: Tab }

/** The other tabs of the device have not heard yet what this one has written [S20]. */
export function otherTabs({ phone, tab }: Pick<OnPhone, 'phone' | 'tab'>): void {
  for (const other of phone.tabs) if (other !== tab) other.heard = false
}
