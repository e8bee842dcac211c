/** Frames of a stack that are kept. Our own default. */
export const KEPT_FRAMES = 20

/** Anything that is no name of an error is not written down. */
const PLAIN_NAME = /^\w{1,60}$/
const UNNAMED = 'Error'

const FRAME = /^ {4}at (?:(?<name>[\w$.#<>[\] ]{1,120}) \()?(?<place>[^()]+):(?<line>\d+):(?<column>\d+)\)?$/
const PACKAGE = /(?:^|\/)(?<path>node_modules\/[\w@./+-]+)$/
/** From the last folder of such a name on: one above it may be somebody's own. */
const OURS = /^(?:.*\/)?(?<path>(?:src|out|test|scripts)\/[\w./+-]+)$/
const NODE = /^node:[\w/]+$/
/** A window's page is served from the folder of built windows. */
const PAGE = /^app:\/\/\w+\/(?<path>[\w./+-]+)$/
const BUILT_WINDOWS = 'out/renderer/'

/** An error's own name: its code where it has one, as SQLite's errors do. Never its message, which may quote a value. */
export function errorName(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const names = ['code' in thrown ? thrown.code : undefined, thrown.name]
  return plainErrorName(names.find((name) => typeof name === 'string' && PLAIN_NAME.test(name)))
}

/** The name as it may be written down, whoever sent it. */
export function plainErrorName(name: unknown): string {
  return typeof name === 'string' && PLAIN_NAME.test(name) ? name : UNNAMED
}

/**
 * The frames of an error's stack without its head: the message may quote a value, and so may any line that is no frame.
 * @returns the innermost first, `function (file:line:column)`; none for what is no error
 */
export function stackFrames(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return []
  const head = `${thrown.name}: ${thrown.message}`
  const frames = thrown.stack.startsWith(head) ? thrown.stack.slice(head.length) : thrown.stack
  return plainFrames(frames.split('\n'))
}

/** Frames that were read from a stack elsewhere, read once more: what is not one is dropped. */
export function reportedFrames(frames: readonly string[]): readonly string[] {
  return plainFrames(frames.map((frame) => `    at ${frame}`))
}

/** Paths are cut to the project's own, because a home folder names its owner. */
function plainFrames(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => frameOf(line) ?? []).slice(0, KEPT_FRAMES)
}

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
  const page = PAGE.exec(place)?.groups?.path
  if (page !== undefined) return `${BUILT_WINDOWS}${page}`
  return (PACKAGE.exec(place) ?? OURS.exec(place))?.groups?.path ?? null
}
