/**
 * A picture of every view of the demo branch at both sizes of a counter's screen, in both languages, light and dark.
 * `npm run screens [-- FOLDER] [--only SIZE-LANGUAGE-SCHEME]`: into docs/screens, or into FOLDER.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { LANGUAGES, type Language } from '../../../src/shared/locale/languages.ts'
import { chooseAppearance, chooseLanguage, resize } from '../harness/appearance.ts'
import { lookAtEverything } from '../harness/every-view.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** Enough people for full lists, before a long holiday, so that due dates show what moved them. */
const DEMO = { asOf: '2026-09-30', customers: 1000 } as const
const SIZES = [
  [1366, 768],
  [1024, 768],
] as const
const SCHEMES = ['light', 'dark'] as const
/** Letters stay sharp, and all pictures together stay small enough for a clone. */
const QUALITY = 25

interface Look {
  readonly size: (typeof SIZES)[number]
  readonly language: Language
  readonly scheme: (typeof SCHEMES)[number]
}

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const folder = resolve(positionals[0] ?? join(projectRoot, 'docs', 'screens'))
const looks = everyLook().filter((look) => values.only === undefined || nameOf(look) === values.only)
const workstation = await Workstation.start({ demo: DEMO })
try {
  await openDemoBranch(workstation, HEAD)
  for (const look of looks) console.log(`${nameOf(look)}: ${await takePictures(look)} pictures`)
} finally {
  await workstation.stop()
}

function everyLook(): readonly Look[] {
  return SIZES.flatMap((size) =>
    LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ size, language, scheme }))),
  )
}

function nameOf({ size, language, scheme }: Look): string {
  return `${size.join('x')}-${language}-${scheme}`
}

async function takePictures(look: Look): Promise<number> {
  const into = join(folder, nameOf(look))
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const [width, height] = look.size
  await resize(workstation.app, width, height)
  await chooseLanguage(workstation, look.language)
  await chooseAppearance(workstation, look.scheme)
  let taken = 0
  await lookAtEverything(workstation, HEAD.role, DEMO, async ({ name, window }) => {
    writeFileSync(join(into, `${name}.webp`), await picture(window))
    taken += 1
  })
  return taken
}

/** The window's own encoder: a tenth of a whole-colour picture, and nothing to install. */
async function picture(window: Page): Promise<Buffer> {
  const devtools = await window.context().newCDPSession(window)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await devtools.detach()
  return Buffer.from(data, 'base64')
}
