import { readSent } from './arrival-sent.ts'
import type { ArrivalMapping } from './arrival-settings.ts'

/** The messages that stand one behind the other in a text. */
export interface SplitTexts {
  readonly texts: readonly string[]
  /** The begin of a message whose end is still to come. */
  readonly rest: string
}

/** What services put between messages. */
const BETWEEN = /[\s\p{Cc}\ufeff]/u
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/**
 * Cuts a text into messages: JSON texts that follow each other with or without something between them, and what stands
 * between zero characters.
 */
export function splitTexts(text: string, mapping: ArrivalMapping): SplitTexts {
  const texts: string[] = []
  let at = 0
  while (at < text.length) {
    const first = text.charAt(at)
    if (BETWEEN.test(first) || (texts.length > 0 && first === ',')) {
      at += 1
      continue
    }
    const end = first in CLOSING ? endOfJson(text, at) : endOfWords(text, at)
    if (end === null) return { texts, rest: text.slice(at) }
    const message = text.slice(at, end)
    texts.push(...(first in CLOSING ? [message] : linesOf(message, mapping)))
    at = end
  }
  return { texts, rest: '' }
}

/** Whether a text that could not be split to its end may become whole with what is sent next. */
export function mayGoOn(text: string): boolean {
  return /^[\s\p{Cc}\ufeff]*[[{<]/u.test(text)
}

/** Behind the bracket that closes the first one; null where it is not closed. */
function endOfJson(text: string, from: number): number | null {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return null
}

/** Up to the next zero character, or to a JSON text that begins a line. An XML text goes on until its root is closed. */
function endOfWords(text: string, from: number): number | null {
  const root = /^(?:\s*<[?!][^>]*>)*\s*<([^\s/>]+)/.exec(text.slice(from, from + 2_000))?.[1]
  if (root !== undefined) {
    const close = text.indexOf(`</${root}>`, from)
    return close < 0 ? emptyRoot(text, from, root) : close + root.length + 3
  }
  const end = text.slice(from).search(/\0|\n(?=[[{])/)
  return end < 0 ? text.length : from + end
}

function emptyRoot(text: string, from: number, root: string): number | null {
  const start = text.indexOf(`<${root}`, from)
  const end = text.indexOf('>', start)
  return end > 0 && text[end - 1] === '/' ? end + 1 : null
}

/** Lines are messages of their own where each tells of somebody by itself, and not the parts of one. */
function linesOf(message: string, mapping: ArrivalMapping): readonly string[] {
  const lines = message.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  if (lines.length < 2 || message.startsWith('<') || areOne(lines)) return [message]
  return lines.every((line) => readSent(line, mapping).ok) ? lines : [message]
}

/** `name=value` lines with different names are one message. The lines of a passport are read together too. */
function areOne(lines: readonly string[]): boolean {
  if (lines.every((line) => /^[A-Z0-9<]{30,44}$/.test(line.trim()))) return true
  const names = lines.map((line) => /^\s*([^=:：|]+)[=:：]/.exec(line)?.[1])
  return !names.includes(undefined) && new Set(names).size === names.length
}
