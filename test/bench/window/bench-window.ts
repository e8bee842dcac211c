import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { electronLaunch } from '../../../scripts/electron-runtime/launch.ts'
import { type Words, wordsOf } from '../../e2e/harness/words.ts'
import { HEAD, PASSPHRASE } from '../harness/branch-store.ts'

const PATIENCE_MS = 60_000

/** The real application on a bench branch, signed in, with nothing between it and its user. */
export interface BenchWindow {
  readonly app: ElectronApplication
  readonly page: Page
  readonly say: Words
}

/** Starts an application's folder as it is and waits for its first window. */
export async function startApp(...appArgs: readonly string[]): Promise<ElectronApplication> {
  const { args, ...machine } = electronLaunch()
  return _electron.launch({ ...machine, args: [...args, ...appArgs] })
}

export async function openBenchWindow(dataFolder: string): Promise<BenchWindow> {
  const app = await startApp(projectRoot, '--developer', `--data-dir=${dataFolder}`)
  const page = await app.firstWindow()
  page.setDefaultTimeout(PATIENCE_MS)
  const say = wordsOf('zh-CN')
  const field = (key: string) => page.getByRole('textbox', { name: say(key), exact: true })
  await field('session.staffNo').fill(HEAD.no)
  await field('session.passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await field('app.search').waitFor()
  return { app, page, say }
}
