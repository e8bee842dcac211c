import type { ErrorDetail } from '../../shared/domain/branch/app-error.ts'
import type { DeviceProtector } from '../vault/device-protector.ts'
import type { Arguments, Taken } from './arguments.ts'

/** What the process gives a command; a test gives its own. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>
  /** UTC milliseconds. */
  nowAt(): number
  readonly worker: URL
  readonly protector: DeviceProtector
  /** Asks on the terminal without showing what is typed; null where there is no terminal. */
  askPassphrase(): Promise<string | null>
  /** Progress and remarks for people. */
  say(line: string): void
  /** Calls `stop` when the user interrupts; the returned function stops listening. */
  onInterrupt(stop: () => void): () => void
}

/** What went wrong, as an envelope of the router names it. */
export interface Failure {
  readonly code: string
  readonly detail: ErrorDetail
}

/** What a command that only lists things answers: the list itself, with nothing around it. */
export type Listing = readonly object[]

/** One with an `error` makes the command fail although it has more to tell. */
export type Answer = Readonly<Record<string, unknown>> & { readonly error?: Failure }

export interface Command extends Taken {
  /** One or two words: `import`, `audit verify`. */
  readonly name: string
  readonly summary: string
  /** What follows the name, for the help text. */
  readonly usage: string
  /** One line an option, for the help text. */
  readonly explains: Readonly<Record<string, string>>
  run(given: Arguments, context: CommandContext): Promise<Answer | Listing>
}
