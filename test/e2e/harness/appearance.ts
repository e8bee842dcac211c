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

async function chooseInStaffMenu({ window }: Workstation, entry: string): Promise<void> {
  await window.getByRole('banner').getByRole('button').last().click()
  await window.getByRole('menuitem', { name: entry, exact: true }).click()
}
