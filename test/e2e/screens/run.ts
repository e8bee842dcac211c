/**
 * A picture of every view of the demo branch at both sizes of a counter's screen, in both languages, light and dark.
 * `npm run screens [-- FOLDER] [--only SIZE-LANGUAGE-SCHEME]`: into docs/screens, or into FOLDER.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { LANGUAGES, type Language } from '../../../src/shared/locale/languages.ts'
import { chooseAppearance, chooseLanguage, resize } from '../harness/appearance.ts'
import { resizeStrip } from '../harness/counter-strip.ts'
import { lookAtEverything } from '../harness/every-view.ts'
import { flagNotice } from '../harness/intents.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { lookAtEmptyLobby } from '../harness/views/lobby-views.ts'
import type { AccessEntry as LookAt } from '../harness/views/view.ts'
import { Workstation } from '../harness/workstation.ts'
import { beginMorning } from './morning.ts'
import { picture } from './picture.ts'
import { lookAtFirstRun, lookAtSignIn } from './sign-in-views.ts'

/** Enough people for full lists, before a long holiday, so that due dates show what moved them. */
const DEMO = { asOf: '2026-09-30', customers: 1000 } as const
const SIZES = [
  [1366, 768],
  [1024, 768],
] as const
const SCHEMES = ['light', 'dark'] as const
/** The two sets that also hold what lies over the screens; between them they are both of each. */
const ALL_VIEWS: readonly string[] = ['1366x768-zh-CN-light', '1024x768-en-dark']

interface AccessEntry {
  readonly size: (typeof SIZES)[number]
  readonly language: Language
  readonly scheme: (typeof SCHEMES)[number]
}

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const folder = resolve(positionals[0] ?? join(projectRoot, 'docs', 'screens'))
const looks = everyLook().filter((look) => values.only === undefined || nameOf(look) === values.only)
for (const look of looks) emptyFolder(folderOf(look))
// Of a fixed name, because the settings show it.
const dataFolder = join(tmpdir(), 'huiyan-screens')
rmSync(dataFolder, { recursive: true, force: true })
const workstation = await Workstation.start({ demo: DEMO, dataFolder })
try {
  for (const look of looks) {
    await resize(workstation.app, look.size[0], look.size[1])
    await lookAtFirstRun(workstation, look, saveInto(look))
  }
  // The branch is named in the language it is founded in.
  await lookAtFirstRun(workstation, { language: 'zh-CN', scheme: 'light' }, async () => undefined)
  await openDemoBranch(workstation, HEAD)
  for (const look of looks) {
    await choose(look)
    await lookAtEmptyLobby(workstation, saveInto(look))
  }
  await beginMorning(workstation, DEMO)
  for (const look of looks) {
    await choose(look)
    await lookAtEverything(workstation, HEAD.role, DEMO, saveInto(look), {
      screensAlone: !ALL_VIEWS.includes(nameOf(look)),
    })
    await lookAtSignIn(workstation, HEAD, saveInto(look))
    console.log(nameOf(look))
  }
} finally {
  await workstation.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}

function everyLook(): readonly AccessEntry[] {
  return SIZES.flatMap((size) =>
    LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ size, language, scheme }))),
  )
}

function nameOf({ size, language, scheme }: AccessEntry): string {
  return `${size.join('x')}-${language}-${scheme}`
}

function folderOf(look: AccessEntry): string {
  return join(folder, nameOf(look))
}

function emptyFolder(path: string): void {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
}

async function choose({ size, language, scheme }: AccessEntry): Promise<void> {
  await resize(workstation.app, size[0], size[1])
  await chooseLanguage(workstation, language)
  await chooseAppearance(workstation, scheme)
}

function saveInto({ size, ...look }: AccessEntry): LookAt {
  const path = folderOf({ size, ...look })
  const everything = ALL_VIEWS.includes(nameOf({ size, ...look }))
  return async ({ name, window, over }) => {
    if (over === true && !everything) return
    // What was done to get here is no part of the view.
    if (over !== true) await flagNotice(workstation, window).waitFor({ state: 'detached' })
    // As high as the screen that it is docked to.
    if (window !== workstation.window) await resizeStrip(workstation.app, size[1])
    writeFileSync(join(path, `${name}.webp`), await picture(window))
  }
}
