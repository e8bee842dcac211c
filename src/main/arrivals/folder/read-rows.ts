import { extname } from 'node:path'
import {
  type ReadMessage,
  readRecord,
  type UnreadableReason,
} from '../../../shared/domain/lobby/arrival-message.ts'
import { parseJson } from '../../../shared/domain/lobby/arrival-record.ts'
import { readSent } from '../../../shared/domain/lobby/arrival-sent.ts'
import type { ArrivalMapping } from '../../../shared/domain/lobby/arrival-settings.ts'
import { cellsOf, formOf, recordOfLine, type TableForm } from '../../../shared/domain/lobby/arrival-table.ts'
import { splitTexts } from '../../../shared/domain/lobby/arrival-texts.ts'
import { fileLines } from './file-lines.ts'

/** A queue machine writes a file a ticket, or a morning's worth after it was cut off. */
const MOST_ROWS = 500
const JSON_ENDING = '.json'
/** A header may stand in square brackets; a list begins with a record. */
const JSON_TEXT = /^\s*(?:\{|\[\s*[{\]])/
const TABLE_ENDINGS = ['.csv', '.tsv', '.txt']

/** Whether a file is meant for us by its name; a machine's own notes and half-copied files are left alone. */
export function isArrivalFile(name: string): boolean {
  const ending = extname(name).toLowerCase()
  return !name.startsWith('.') && (ending === JSON_ENDING || TABLE_ENDINGS.includes(ending))
}

/** What is known of a file from the times it was read before. */
export interface ReadBefore {
  /** Its rows were told of; they are the first of what it holds now. */
  readonly rows: number
  /** Its columns, where it goes on without its header. */
  readonly form: TableForm | null
}

export type ReadRows =
  | {
      readonly ok: true
      readonly rows: readonly ReadMessage[]
      /** The rows before these, which were told of. */
      readonly before: number
      readonly form: TableForm | null
      /** False where a machine that writes slowly may have more to say: half a text, a last line without an end. */
      readonly whole: boolean
    }
  | { readonly ok: false; readonly reason: UnreadableReason; readonly whole: boolean }

const NEVER: ReadBefore = { rows: 0, form: null }

/**
 * The arrivals in a file: JSON texts, a JSON list, or a table with a header. A line that cannot be read is a row with its
 * reason, and costs no other. Never throws.
 */
export function readRows(
  name: string,
  bytes: Buffer,
  mapping: ArrivalMapping,
  before: ReadBefore = NEVER,
): ReadRows {
  const lines = fileLines(bytes)
  if (lines === null) return { ok: false, reason: 'encoding', whole: false }
  const text = lines.map((line) => line ?? '').join('\n')
  const json = extname(name).toLowerCase() === JSON_ENDING || JSON_TEXT.test(text)
  const read = json ? readJson(text, mapping) : readTable(lines, mapping, before.form)
  if (read.rows.length === 0) return { ok: false, reason: json ? 'notJson' : 'noFields', whole: false }
  const rows = read.rows.slice(before.rows)
  if (rows.length > MOST_ROWS) return { ok: false, reason: 'tooMany', whole: true }
  return { ok: true, rows, before: before.rows, form: read.form, whole: read.whole }
}

interface FoundRows {
  readonly rows: readonly ReadMessage[]
  readonly form: TableForm | null
  readonly whole: boolean
}

function readJson(text: string, mapping: ArrivalMapping): FoundRows {
  const value = parseJson(text.trim())
  if (value !== undefined) {
    const records: readonly unknown[] = Array.isArray(value) ? value : [value]
    const rows =
      records.length === 0 ? [unread('noFields')] : records.map((each) => readRecord(each, mapping))
    return { rows, form: null, whole: true }
  }
  const { texts, rest } = splitTexts(text, mapping)
  const rows = texts.flatMap((each) => (isComma(each) ? [] : [readSent(each, mapping)]))
  const whole = rest === '' && rows.every(({ ok }) => ok)
  return { rows: rest === '' ? rows : [...rows, unread('notJson')], form: null, whole }
}

function isComma(text: string): boolean {
  return text.trim() === ','
}

/** The last line is empty where the file ends with a line end. */
function readTable(
  lines: readonly (string | null)[],
  mapping: ArrivalMapping,
  known: TableForm | null,
): FoundRows {
  const filled = lines.filter((line) => line?.trim() !== '')
  const whole = lines.at(-1)?.trim() === '' || filled.length === 0
  const readable = filled.filter((line) => line !== null)
  const own = formOf(readable, mapping)
  const form = own ?? known
  if (form === null) {
    // Without a header nobody knows what a line's values are, its first one's either.
    return { rows: filled.map((line) => unread(line === null ? 'encoding' : 'noFields')), form, whole }
  }
  const from = own?.header === true ? placeOfHeader(filled, own) + 1 : 0
  const rows: ReadMessage[] = []
  for (let at = from; at < filled.length; at++) {
    const line = filled[at] ?? null
    if (line !== null && isHeader(line, form)) continue
    const joined = joinedLine(filled, at, form)
    const cut = !whole && at === filled.length - 1 && isShort(line, form)
    rows.push(cut ? unread('badColumns') : readLine(joined?.line ?? line, form, mapping))
    at += joined?.more ?? 0
  }
  // A table with a header and nobody in it yet says nothing that is wrong.
  return { rows: rows.length === 0 ? [unread('noFields')] : rows, form, whole: whole && rows.length > 0 }
}

/** Half of a line may spell another ticket. */
function isShort(line: string | null, { delimiter, names }: TableForm): boolean {
  return line !== null && (cellsOf(line, delimiter)?.length ?? 0) < names.length
}

function readLine(line: string | null, form: TableForm, mapping: ArrivalMapping): ReadMessage {
  if (line === null) return unread('encoding')
  const record = recordOfLine(line, form, mapping)
  return record === null ? unread('badColumns') : readRecord(record, mapping)
}

/** A quoted cell with line ends in it, where the lines together have the header's cells and none of them has them alone. */
function joinedLine(
  lines: readonly (string | null)[],
  from: number,
  { delimiter, names }: TableForm,
): { readonly line: string; readonly more: number } | null {
  let joined = lines[from] ?? null
  if (joined === null || cellsOf(joined, delimiter) !== null) return null
  for (let more = 1; more <= MOST_JOINED; more++) {
    const next = lines[from + more] ?? null
    if (next === null || cellsOf(next, delimiter)?.length === names.length) return null
    joined = `${joined}\n${next}`
    if (cellsOf(joined, delimiter)?.length === names.length) return { line: joined, more }
  }
  return null
}

/** Lines of one quoted cell; more are a quote that was never closed. */
const MOST_JOINED = 5

function placeOfHeader(lines: readonly (string | null)[], form: TableForm): number {
  return lines.findIndex((line) => line !== null && isHeader(line, form))
}

/** Machines that append to a file write their header again after each start. */
function isHeader(line: string, { delimiter, names, header }: TableForm): boolean {
  if (!header) return false
  const cells = cellsOf(line, delimiter)
  return (
    cells !== null && cells.length === names.length && cells.every((cell, place) => cell === names[place])
  )
}

function unread(reason: UnreadableReason): ReadMessage {
  return { ok: false, reason }
}
