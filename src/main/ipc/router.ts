import type { Envelope } from '../../shared/contract/envelope.ts'
import { type AnyOperation, type EngineName, operationNamed } from '../../shared/contract/index.ts'
import { isBearable } from '../../shared/contract/input-size.ts'
import type { SessionStaff, SessionView } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { type FaultReport, faultReport } from '../engine/fault-report.ts'
import { guardedCall } from '../session/guarded-call.ts'
import type { OpenSession } from '../session/open-session.ts'
import { badInput, refused } from './envelopes.ts'
import type { Sender, ShellTasks, TrustsSender } from './shell-tasks.ts'

/** Calls of one window that may wait for their answers; no window asks faster than this in ordinary use. */
const MOST_WAITING_CALLS = 200

/** What is answered while the screen is locked: who is there, the passphrase, leaving, and a window that fails. */
const ANSWERED_WHILE_LOCKED: readonly AnyOperation['name'][] = [
  'session.state',
  'session.unlock',
  'session.signOut',
  'diagnosis.report',
]

/** Whether this member of staff may ask for this operation. */
export type Permits = (operation: AnyOperation, staff: SessionStaff) => boolean

/** The contract's own answer: the caller's role is in the operation's list. */
export const permitsRole: Permits = ({ callers }, { role }) => callers === 'anyone' || callers.includes(role)

export interface RouterDependencies {
  readonly sessions: { view(): SessionView; opened(): OpenSession }
  readonly tasks: ShellTasks
  readonly trusts: TrustsSender
  readonly permits?: Permits
  /** Hears of what fails here; the engine's failures are told by its own threads. */
  readonly watch?: RouterWatch
}

export interface RouterWatch {
  failed(report: FaultReport): void
  senderRefused(origin: string): void
}

const UNWATCHED: RouterWatch = { failed: () => undefined, senderRefused: () => undefined }

/**
 * The one way in. Every call is asked in the same order: is the sender ours, does the operation exist, is somebody at
 * the desk, may they, is the input well formed; then the engine or a task of the main process does it.
 */
export class IpcRouter {
  readonly #parts: Required<RouterDependencies>
  readonly #waiting = new Map<number, number>()

  constructor(parts: RouterDependencies) {
    this.#parts = { permits: permitsRole, watch: UNWATCHED, ...parts }
  }

  /** Answers with an envelope and never rejects; a refusal tells no value that was sent or stored. */
  async call(sender: Sender, name: unknown, input: unknown): Promise<Envelope<unknown>> {
    try {
      if (!this.#parts.trusts(sender)) {
        this.#parts.watch.senderRefused(originOf(sender))
        throw new AppError('call.untrustedSender')
      }
      return { ok: true, value: await this.#counted(sender, () => this.#answer(sender, name, input)) }
    } catch (error) {
      const report = faultReport(nameOf(name), error)
      if (report !== null) this.#parts.watch.failed(report)
      return refused(error)
    }
  }

  async #counted<T>({ windowId }: Sender, work: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(windowId) ?? 0
    if (waiting >= MOST_WAITING_CALLS) throw new AppError('call.tooMany', { most: MOST_WAITING_CALLS })
    this.#waiting.set(windowId, waiting + 1)
    try {
      return await work()
    } finally {
      const left = (this.#waiting.get(windowId) ?? 1) - 1
      if (left === 0) this.#waiting.delete(windowId)
      else this.#waiting.set(windowId, left)
    }
  }

  async #answer(sender: Sender, name: unknown, input: unknown): Promise<unknown> {
    const operation = typeof name === 'string' ? operationNamed(name) : undefined
    if (operation === undefined) throw new AppError('call.unknownOperation')
    this.#requirePermission(operation)
    const parsed = parseInput(operation, input)
    if (operation.place === 'shell') return this.#task(operation.name)(parsed, sender)
    return askEngine(this.#parts.sessions.opened(), operation.name, parsed)
  }

  #requirePermission(operation: AnyOperation): void {
    const { sessions, permits } = this.#parts
    if (operation.callers === 'anyone') {
      const locked = sessions.view().state === 'locked'
      if (locked && !ANSWERED_WHILE_LOCKED.includes(operation.name)) throw new AppError('session.locked')
      return
    }
    const { staff } = sessions.opened()
    if (!permits(operation, staff)) throw new AppError('call.notAllowed', { role: staff.role })
  }

  /** The task's own input type is what its operation's schema produced. */
  #task(name: keyof ShellTasks): (input: unknown, sender: Sender) => unknown {
    return this.#parts.tasks[name] as (input: unknown, sender: Sender) => unknown
  }
}

/**
 * What the engine answers to a call that was let in. Who looks for numbers and names passes the guard first, whichever way
 * the call came (P2). Throws `privacy.tooManyGuesses`, and what the operation throws.
 */
export function askEngine(
  { engine, staff, guesses }: OpenSession,
  name: EngineName,
  input: unknown,
): Promise<unknown> {
  return guardedCall(guesses, name, input, () => engine.callParsed(name, input, staff))
}

/** The operation, and nothing else that a window may send for a name. */
function nameOf(name: unknown): string {
  return (typeof name === 'string' ? operationNamed(name)?.name : undefined) ?? 'ipc.call'
}

/** Scheme and host of the page, without its path; of a frame inside a page, that it is one. */
function originOf({ frameUrl, mainFrame }: Sender): string {
  const url = URL.canParse(frameUrl) ? new URL(frameUrl) : null
  const origin = url === null ? 'nowhere' : `${url.protocol}//${url.host}`
  return mainFrame ? origin : `${origin} frame`
}

/** The input as the operation's schema reads it. Throws `call.badInput`. */
export function parseInput({ input: schema }: AnyOperation, input: unknown): unknown {
  if (!isReadable(input)) throw new AppError('call.badInput', { path: '', issue: 'tooLarge' })
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw badInput(parsed.error)
  return parsed.data
}

/** An object whose properties throw when they are read is no input either. */
function isReadable(input: unknown): boolean {
  try {
    return isBearable(input)
  } catch {
    return false
  }
}
