import type { ElectronApplication, Page } from 'playwright-core'
import type { Language } from '../../../src/shared/locale/languages.ts'
import type { Workstation } from './workstation.ts'

const NAME: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' }

/** Switches the language in the menu of whoever is signed in. */
export async function chooseLanguage(workstation: Workstation, language: Language): Promise<void> {
  await chooseInStaffMenu(workstation, NAME[language])
  workstation.speaks(language)
  await workstation.window.getByRole('button', { name: workstation.say('app.rail.settings') }).waitFor()
}

export async function chooseAppearance(
  workstation: Workstation,
  appearance: 'light' | 'dark',
): Promise<void> {
  await chooseInStaffMenu(workstation, workstation.say(`app.${appearance}`))
  await workstation.window.locator(`html[data-mantine-color-scheme="${appearance}"]`).waitFor()
}

/** Gives the workstation's window room for a page of this size. */
export async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('index.html'),
      )
      window?.setContentSize(wide, high)
    },
    [width, height] as const,
  )
}

/** The parts of the page that hold more than they are wide; one that ends its text with an ellipsis says so itself. */
export function cutOffSideways(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      // A word for screen readers alone is a pixel wide, and a switch's track holds no word at all.
      .filter((part) => part.clientWidth > 1 && !part.matches('[class*="Switch-track"]'))
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .filter((part) => {
        const { overflowX, textOverflow } = getComputedStyle(part)
        return overflowX !== 'visible' && textOverflow !== 'ellipsis'
      })
      .map((part) => `${part.tagName} ${part.className}`),
  )
}

/** Controls that reach beyond the window's sides. What lies further down is scrolled to; nothing is scrolled sideways. */
export function beyondTheSides(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, [role="tab"]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.offsetWidth > 1)
      .filter((control) => {
        const { left, right } = control.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1
      })
      .map((control) => `${control.tagName} ${control.textContent} ${control.getAttribute('aria-label')}`),
  )
}

async function chooseInStaffMenu({ window }: Workstation, entry: string): Promise<void> {
  await window.getByRole('banner').getByRole('button').last().click()
  await window.getByRole('menuitem', { name: entry, exact: true }).click()
}
