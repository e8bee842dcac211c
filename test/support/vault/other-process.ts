import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { utimesSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Other processes of a test, until `end` kills them. */
export class OtherProcesses {
  readonly #running: ChildProcess[] = []

  /** Takes the folder, to restore it, and holds it; what it said. */
  takesFolder(folder: string): Promise<string> {
    return this.#first('holder-process.ts', folder)
  }

  /** Commits a word in a small branch, then closes it or stays; what it said. */
  writes(folder: string, word: string, then: 'closes' | 'stays'): Promise<string> {
    return this.#first('writer-process.ts', folder, word, then)
  }

  end(): void {
    for (const each of this.#running.splice(0)) each.kill('SIGKILL')
  }

  async #first(script: string, ...args: readonly string[]): Promise<string> {
    const path = fileURLToPath(new URL(script, import.meta.url))
    const other = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#running.push(other)
    const [said] = await once(other.stdout, 'data')
    return String(said).trim()
  }
}

/** As after a sleep of the machine: nobody has given a sign of life for six minutes. */
export function sleepOver(path: string): void {
  const longAgo = new Date(Date.now() - 6 * 60_000)
  utimesSync(path, longAgo, longAgo)
}
