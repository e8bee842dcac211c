import { AppError, type ErrorCode } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from './faults.ts'

/** A failure as it is logged. It holds nothing that a customer or a member of staff typed or is shown. */
export interface FaultReport {
  /** The operation, the job, or the part of the program that it happened in. */
  readonly operation: string
  /** What whoever asked was told; null where nobody had asked. */
  readonly code: ErrorCode | null
  /** `TypeError`, `SQLITE_CONSTRAINT_CHECK`. */
  readonly error: string
  /** Frames of the project and its packages, the innermost first: `function (file:line:column)`. */
  readonly stack: readonly string[]
}

/** Frames of a stack that are kept. Our own default. */
const KEPT_FRAMES = 20
const PLAIN_NAME = /^\w{1,60}$/
const UNNAMED = 'Error'

/**
 * The report of what was thrown, or null for an ordinary refusal, which a rule gave and which is nobody's fault.
 */
export function faultReport(operation: string, error: unknown): FaultReport | null {
  return error instanceof AppError && error.cause === undefined ? null : uncaughtReport(operation, error)
}

/** The report of what nobody caught: there an ordinary refusal is a fault as well. */
export function uncaughtReport(operation: string, error: unknown): FaultReport {
  const thrown = error instanceof AppError ? (error.cause ?? error) : error
  return { operation, code: appErrorOf(error).code, error: nameOf(thrown), stack: stackOf(thrown) }
}

function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const names = ['code' in thrown ? thrown.code : undefined, thrown.name]
  return names.find((name): name is string => typeof name === 'string' && PLAIN_NAME.test(name)) ?? UNNAMED
}

/**
 * The frames of a stack without its head: the message may quote a value, and so may any line that is no frame. Paths are
 * cut to the project's own, because a home folder names its owner.
 */
function stackOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return []
  const head = `${thrown.name}: ${thrown.message}`
  const frames = thrown.stack.startsWith(head) ? thrown.stack.slice(head.length) : thrown.stack
  return frames
    .split('\n')
    .flatMap((line) => frameOf(line) ?? [])
    .slice(0, KEPT_FRAMES)
}

const FRAME = /^ {4}at (?:(?<name>[\w$.#<>[\] ]{1,120}) \()?(?<place>[^()]+):(?<line>\d+):(?<column>\d+)\)?$/
const PACKAGE = /(?:^|\/)(?<path>node_modules\/[\w@./+-]+)$/
/** From the last folder of such a name on: one above it may be somebody's own. */
const OURS = /^(?:.*\/)?(?<path>(?:src|out|test|scripts)\/[\w./+-]+)$/
const NODE = /^node:[\w/]+$/

function frameOf(line: string): string | null {
  const found = FRAME.exec(line)?.groups
  if (found === undefined) return null
  const { name = '', place = '' } = found
  const file = fileOf(place.replaceAll('\\', '/'))
  return file === null ? null : `${name} (${file}:${found.line}:${found.column})`.trimStart()
}

/** The file as the project names it; null for one that lies elsewhere. */
function fileOf(place: string): string | null {
  if (NODE.test(place)) return place
  return (PACKAGE.exec(place) ?? OURS.exec(place))?.groups?.path ?? null
}
