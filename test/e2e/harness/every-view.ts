import type { Locator } from 'playwright-core'
import { screensOf } from '../../../src/shared/domain/branch/function-codes.ts'
import type { Role } from '../../../src/shared/domain/branch/roles.ts'
import { seededPerson } from './demo-people.ts'
import { openPerson } from './people.ts'
import { lookAtWizard } from './views/import-views.ts'
import { lookAtLeads } from './views/lead-views.ts'
import { lookAtLists } from './views/list-views.ts'
import { lookAtLobby } from './views/lobby-views.ts'
import { lookAtPrivacy, lookAtSources, lookAtWhatLiesOver } from './views/over-views.ts'
import { lookAtContact, lookAtPerson } from './views/person-views.ts'
import { lookAtStrip } from './views/strip-views.ts'
import { type AccessEntry, settled } from './views/view.ts'
import type { Workstation } from './workstation.ts'

interface DemoBranchSize {
  readonly asOf: string
  readonly customers: number
}

/**
 * Shows everything there is to the head who signed in, one view after the other: each screen of the rail with each of
 * its tabs beside an open person, what is opened from them, what lies over them, and the strip.
 * @param options.screensAlone leaves out most of what lies over the screens
 */
export async function lookAtEverything(
  workstation: Workstation,
  role: Role,
  demo: DemoBranchSize,
  look: AccessEntry,
  { screensAlone = false }: { readonly screensAlone?: boolean } = {},
): Promise<void> {
  const person = seededPerson(demo, 'long-address').key
  await lookAtLobby(workstation, look)
  await openPerson(workstation, person)
  for (const [index, screen] of screensOf(role).entries())
    await lookAtScreen(workstation, index, screen, look)
  await lookAtPerson(workstation, seededPerson(demo, 'wealth-enquiries').key, look)
  if (!screensAlone) {
    await lookAtSources(workstation, look)
    await lookAtWizard(workstation, look)
    await lookAtPrivacy(workstation, look)
    await lookAtWhatLiesOver(workstation, look)
    await lookAtContact(workstation, look)
  }
  await lookAtLists(workstation, look)
  await lookAtLeads(workstation, look)
  await lookAtStrip(workstation, person, look)
}

async function lookAtScreen(
  { window }: Workstation,
  index: number,
  screen: string,
  look: AccessEntry,
): Promise<void> {
  const entry = window.getByRole('navigation').getByRole('button').nth(index)
  await entry.click()
  await window.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await settled(window)
  // The outer ones: what a tab holds may have some of its own.
  const tabs = await window.getByRole('main').getByRole('tablist').first().getByRole('tab').all()
  if (tabs.length === 0) await look({ name: screen, window })
  for (const tab of tabs) {
    await tab.click()
    await settled(window)
    await look({ name: `${screen}-${await nameOfTab(tab)}`, window })
  }
}

/** Mantine writes a tab's value at the end of its id. */
async function nameOfTab(tab: Locator): Promise<string> {
  return (await tab.getAttribute('id'))?.split('-').at(-1) ?? 'tab'
}
