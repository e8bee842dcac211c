import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { electronLaunch } from '../../../scripts/electron-runtime/launch.ts'
import type { Language } from '../../../src/shared/locale/languages.ts'
import { type Words, wordsOf } from './words.ts'

const RECORD_REPLIES = fileURLToPath(new URL('record-replies.cjs', import.meta.url))
/** A step may wait for a worker thread and a paint on a machine that is busy with other things. */
const PATIENCE_MS = 30_000

export interface WorkstationOptions {
  /** Kept when the workstation stops; a fresh folder is taken and swept away otherwise. */
  readonly dataFolder?: string
  readonly demo?: { readonly asOf: string; readonly customers: number }
}

/** Enough people for every list to have some, few enough to be there within seconds; on a day without holidays near. */
export const SMALL_DEMO = { asOf: '2026-11-20', customers: 300 } as const

/** The real application, started as a user starts it, on a data folder of its own. */
export class Workstation {
  readonly dataFolder: string
  readonly #options: WorkstationOptions
  #app: ElectronApplication
  #window: Page
  #say: Words = wordsOf('zh-CN')
  #daysAhead = 0

  private constructor(
    dataFolder: string,
    options: WorkstationOptions,
    app: ElectronApplication,
    window: Page,
  ) {
    this.dataFolder = dataFolder
    this.#options = options
    this.#app = app
    this.#window = window
  }

  static async start(options: WorkstationOptions = {}): Promise<Workstation> {
    const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'huiyan-e2e-'))
    const app = await launch(dataFolder, options)
    return new Workstation(dataFolder, options, app, await firstWindow(app))
  }

  get app(): ElectronApplication {
    return this.#app
  }

  /** The workstation's own window; the counter strip is another one. */
  get window(): Page {
    return this.#window
  }

  /** The words on the screen, in the language it shows. */
  get say(): Words {
    return this.#say
  }

  /** Tells the harness which language the screen was switched to. */
  speaks(language: Language): void {
    this.#say = wordsOf(language)
  }

  /**
   * Quits as a user does and starts again on the same data.
   * @param daysAhead how many days later it is then
   */
  async restart(daysAhead = 0): Promise<void> {
    this.#daysAhead = daysAhead
    await this.#app.close()
    await this.#startAgain()
  }

  /** Ends every process of the application at once, as a power cut does, and starts again on the same data. */
  async killAndRestart(): Promise<void> {
    const ended = this.#app.waitForEvent('close')
    this.#app.process().kill('SIGKILL')
    await ended
    await this.#startAgain()
  }

  async stop(): Promise<void> {
    await this.#app.close()
    if (this.#options.dataFolder === undefined) rmSync(this.dataFolder, { recursive: true, force: true })
  }

  async #startAgain(): Promise<void> {
    this.#app = await launch(this.dataFolder, this.#options, this.#daysAhead)
    this.#window = await firstWindow(this.#app)
  }
}

async function launch(
  dataFolder: string,
  options: WorkstationOptions,
  daysAhead = 0,
): Promise<ElectronApplication> {
  const { asOf, customers } = options.demo ?? SMALL_DEMO
  const { args, ...machine } = electronLaunch()
  return _electron.launch({
    ...machine,
    args: [
      ...args,
      '-r',
      RECORD_REPLIES,
      projectRoot,
      '--developer',
      `--data-dir=${dataFolder}`,
      `--demo-as-of=${asOf}`,
      `--demo-customers=${customers}`,
      `--days-ahead=${daysAhead}`,
    ],
  })
}

async function firstWindow(app: ElectronApplication): Promise<Page> {
  const window = await app.firstWindow()
  window.setDefaultTimeout(PATIENCE_MS)
  await window.locator('main, header').first().waitFor()
  return window
}
