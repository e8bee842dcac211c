import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import {
  parseJson,
  type ReadMessage,
  readRecord,
  type UnreadableReason,
} from '../../../shared/domain/lobby/arrival-message.ts'
import type { ArrivalMapping } from '../../../shared/domain/lobby/arrival-settings.ts'
import { messageText } from '../message-text.ts'

/** A queue machine writes a file a ticket, or a morning's worth after it was cut off. */
const MOST_ROWS = 500
const DELIMITERS = [',', ';', '\t', '|']
const JSON_ENDING = '.json'
const TABLE_ENDINGS = ['.csv', '.tsv', '.txt']

/** Whether a file is meant for us by its name; a machine's own notes and half-copied files are left alone. */
export function isArrivalFile(name: string): boolean {
  const ending = extname(name).toLowerCase()
  return !name.startsWith('.') && (ending === JSON_ENDING || TABLE_ENDINGS.includes(ending))
}

export function isTable(name: string): boolean {
  return extname(name).toLowerCase() !== JSON_ENDING
}

export type ReadRows =
  | { readonly ok: true; readonly rows: readonly ReadMessage[] }
  | { readonly ok: false; readonly reason: UnreadableReason }

/** The arrivals in a file: a JSON object, a JSON list of them, or a table with a header. Never throws. */
export function readRows(name: string, bytes: Buffer, mapping: ArrivalMapping): ReadRows {
  const text = messageText(bytes)
  if (text === null) return { ok: false, reason: 'encoding' }
  const records = isTable(name) ? recordsOfTable(text) : recordsOfJson(text)
  if (typeof records === 'string') return { ok: false, reason: records }
  if (records.length > MOST_ROWS) return { ok: false, reason: 'tooMany' }
  if (records.length === 0) return { ok: false, reason: 'noFields' }
  return { ok: true, rows: records.map((record) => readRecord(record, mapping)) }
}

function recordsOfJson(text: string): readonly unknown[] | UnreadableReason {
  const value = parseJson(text)
  if (value === undefined) return 'notJson'
  return Array.isArray(value) ? value : [value]
}

function recordsOfTable(text: string): readonly unknown[] | UnreadableReason {
  try {
    const records: unknown = parse(text, {
      columns: true,
      delimiter: DELIMITERS,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      to: MOST_ROWS + 1,
    })
    return Array.isArray(records) ? records : 'notTable'
  } catch {
    return 'notTable'
  }
}
