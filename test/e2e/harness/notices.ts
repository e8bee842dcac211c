import type { ElectronApplication, Locator } from 'playwright-core'
import type { Workstation } from './workstation.ts'

/** The bell in the bar. */
export function bell({ window, say }: Workstation): Locator {
  return window.getByRole('banner').getByRole('button', { name: say('notices.bell') })
}

/** What stands in its list while it is open. */
export function bellItems({ window, say }: Workstation): Locator {
  return window.getByRole('listbox', { name: say('notices.bell') }).getByRole('option')
}

/** Keeps what the system is asked to show, in place of showing it: a test machine has no desktop. */
export async function watchNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shownBySystem: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this.body)
    }
  })
}

/** What the system was asked to show so far. */
export function systemNotifications(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => [...Reflect.get(globalThis, 'shownBySystem')])
}
