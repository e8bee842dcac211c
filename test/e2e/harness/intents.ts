import type { Locator, Page } from 'playwright-core'
import { PRODUCTS, type ProductCode } from '../../../src/shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../src/shared/domain/work/intent.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import type { Workstation } from './workstation.ts'

/** Two keys on the pad of whoever is shown: the product's letter, the level's digit (L6). */
export async function flagIntent(window: Page, product: ProductCode, level: IntentLevel): Promise<void> {
  const letter = PRODUCTS.find(({ code }) => code === product)?.letter ?? ''
  await window.keyboard.press(letter.toLowerCase())
  await window.keyboard.press(String(LEVELS.indexOf(level) + 1))
}

/** What the window says about a flag for as long as it can be taken back. */
export function flagNotice({ say }: Workstation, window: Page): Locator {
  return window.getByRole('status', { name: say('undo.notice') })
}

/** The open intents in a person's panel. */
export function openIntents({ say }: Workstation, panel: Locator): Locator {
  return panel.getByRole('list', { name: say('customers.openIntents') }).getByRole('listitem')
}
