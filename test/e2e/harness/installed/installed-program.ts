import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type * as Electron from 'electron'
import { electronLaunch } from '../../../../scripts/electron-runtime/launch.ts'

const run = promisify(execFile)
const LOOK_AGAIN_MS = 100
const PATIENCE_MS = 20_000

interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A data folder that outlives this start. */
  readonly dataFolder?: string
}

/** A start of the installed program at a counter: no debugger is attached, keys are real ones. */
export class InstalledProgram {
  readonly dataFolder: string
  readonly #process: ChildProcess
  readonly #exited: Promise<number | null>
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  readonly #ownFolder: boolean
  #stderr = ''
  #lastId = 0

  private constructor(binary: string, { args = [], env = {}, dataFolder }: StartOptions) {
    this.#ownFolder = dataFolder === undefined
    this.dataFolder = dataFolder ?? mkdtempSync(join(tmpdir(), 'huiyan-counter-'))
    const { args: switches, env: inherited } = electronLaunch()
    const started = spawn(binary, [...switches, `--data-dir=${this.dataFolder}`, ...args], {
      env: { ...inherited, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.#process = started
    this.#exited = once(started, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
    started.stderr.on('data', (bytes: Buffer) => {
      this.#stderr += bytes.toString('utf8')
    })
    createInterface({ input: started.stdout }).on('line', (line) => this.#hear(line))
  }

  /** Starts it and leaves it to its fate: it may refuse. */
  static spawn(binary: string, options: StartOptions = {}): InstalledProgram {
    return new InstalledProgram(binary, options)
  }

  /** Starts it and waits for its sign-in page. */
  static async start(binary: string, options: StartOptions = {}): Promise<InstalledProgram> {
    const program = new InstalledProgram(binary, options)
    await program.until(() => program.page<boolean>('document.querySelector("main, header") !== null'))
    return program
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  get stderr(): string {
    return this.#stderr
  }

  /** The exit code, once it has ended. */
  get exited(): Promise<number | null> {
    return this.#exited
  }

  /** Runs a function in the main process. It is given the `electron` module and what is passed on. */
  async evaluate<T>(work: (electron: typeof Electron) => T | Promise<T>): Promise<T>
  async evaluate<T, A>(
    work: (electron: typeof Electron, argument: A) => T | Promise<T>,
    argument: A,
  ): Promise<T>
  async evaluate(work: (...all: never[]) => unknown, argument?: unknown): Promise<unknown> {
    const id = ++this.#lastId
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.#process.stdin?.write(`${JSON.stringify({ id, code: work.toString(), argument })}\n`)
    const ended = this.#exited.then((): Answer => ({ id, error: `It ended: ${this.#stderr}` }))
    const { value, error } = await Promise.race([answered, ended])
    if (error !== undefined) throw new Error(error)
    return value
  }

  /** Evaluates an expression in the workstation's page. */
  page<T>(expression: string): Promise<T> {
    return this.evaluate(({ BrowserWindow }, code) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().includes('/index.html'),
      )
      return window === undefined ? null : window.webContents.executeJavaScript(code, true)
    }, expression) as Promise<T>
  }

  /** What happened in its windows so far: pages that loaded, keys that came, developer tools that opened. */
  happened(): Promise<readonly string[]> {
    return this.evaluate(() => [...(Reflect.get(globalThis, 'happened') as string[])])
  }

  /** Presses keys on the display's own keyboard, as the system spells them: `ctrl+shift+i`, `F12`. */
  async press(...keys: readonly string[]): Promise<void> {
    const [window] = await this.#windows()
    if (window === undefined) throw new Error('There is no window to type into')
    await run('xdotool', ['windowfocus', window, 'key', '--delay', '60', ...keys])
  }

  /** Closes the message that a refused start shows, however soon it listens to keys; the exit code. */
  async dismiss(): Promise<number | null> {
    let ended = false
    void this.#exited.then(() => {
      ended = true
    })
    await this.until(async () => {
      if (!ended) await this.press('Return').catch(() => undefined)
      return ended
    })
    return this.#exited
  }

  /** Titles of the windows that the display shows for it. */
  async titles(): Promise<readonly string[]> {
    const windows = await this.#windows()
    return Promise.all(windows.map(async (id) => (await run('xdotool', ['getwindowname', id])).stdout.trim()))
  }

  /** Asks until the answer is true. Throws where it never is. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS
    while (!(await isSo())) {
      if (performance.now() > giveUpAt) throw new Error(`Waited in vain. ${this.#stderr}`)
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) this.#process.kill('SIGKILL')
    await this.#exited
    if (this.#ownFolder) rmSync(this.dataFolder, { recursive: true, force: true })
  }

  async #windows(): Promise<readonly string[]> {
    // It answers with an error where it finds none.
    const found = await run('xdotool', ['search', '--onlyvisible', '--pid', `${this.pid}`]).catch(() => null)
    return found === null ? [] : found.stdout.split('\n').filter((id) => id !== '')
  }

  #hear(line: string): void {
    if (!line.startsWith('answer ')) return
    const answer: Answer = JSON.parse(line.slice('answer '.length))
    this.#waiting.get(answer.id)?.(answer)
    this.#waiting.delete(answer.id)
  }
}
