import { join } from 'node:path'
import type { Expression } from '../../../../shared/contract/import-expression.ts'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { KeyCheck } from '../../../../shared/contract/import-survey.ts'
import type { ImportEntity, ImportRow } from '../../../../shared/domain/imports/import-rows.ts'
import { compileFile } from './entity-rows.ts'
import type { Lookups } from './expression.ts'
import { openExtract } from './extract.ts'
import type { PlannedFile } from './read-folder.ts'
import type { SourceRecord } from './record-splitter.ts'
import { RunKeys } from './run-keys.ts'
import { columnsOf } from './source-columns.ts'

/** Records that are looked at: enough to meet a transfer with its fee in any bank's day. Our own default. */
const MOST_RECORDS = 200_000
/** Columns that are tried beside the key. Our own default. */
const MOST_CANDIDATES = 12
/** What banks call the serial of a posting within its transaction. */
const SERIAL_NAME = /序号|分录|子号|笔数|明细号|行号|seq|serial|line|sub/iu

/**
 * Looks whether a key names one record each, as a number that names a whole transfer with its fee does not. Rows that say
 * the same twice are no reason for another key.
 * @throws AppError as `openExtract` and `compileFile`
 */
export async function checkKeys(
  dir: string,
  { fileName, profile }: PlannedFile<EntityFile>,
  lookups: Lookups,
  signal?: AbortSignal,
): Promise<KeyCheck> {
  const extract = await openExtract(join(dir, fileName), profile)
  const { header, format } = extract
  const map = compileFile(profile.entity, profile, { header, file: fileName, format }, lookups)
  const tally = new KeyTally(profile, header)
  for await (const { records } of extract.records(signal)) {
    for (const record of records) {
      const mapped = map(record)
      if (mapped?.ok === true) tally.add(identityOf(profile.entity, mapped.row), record)
    }
    if (tally.records >= MOST_RECORDS) break
  }
  return tally.result()
}

/** What a stored row is found by. */
function identityOf(entity: ImportEntity, row: ImportRow): string {
  const withinAccount = entity === 'transactions' && 'on' in row ? [row.accountKey, row.on] : []
  return [...withinAccount, row.key].join('\n')
}

/** A column that may tell apart what the key does not. */
interface Candidate {
  readonly column: string
  readonly index: number
  readonly keys: RunKeys
  unique: boolean
}

class KeyTally {
  readonly #profile: EntityFile
  readonly #keys = new RunKeys()
  readonly #whole = new RunKeys()
  readonly #candidates: Candidate[]
  records = 0
  #repeated = 0
  #lines: KeyCheck['lines'] = null

  constructor(profile: EntityFile, header: readonly string[]) {
    this.#profile = profile
    this.#candidates = candidatesOf(profile, header)
  }

  add(identity: string, { line, fields, raw }: SourceRecord): void {
    this.records++
    if (this.#whole.meet(`${identity}\n${raw}`, { file: 0, line }) !== null) return
    const first = this.#keys.meet(identity, { file: 0, line })
    if (first !== null) {
      this.#repeated++
      this.#lines ??= [first.line, line]
    }
    for (const candidate of this.#candidates) {
      if (!candidate.unique) continue
      const value = (fields[candidate.index] ?? '').trim()
      const known = candidate.keys.meet(`${identity}\n${value}`, { file: 0, line })
      if (value === '' || known !== null) candidate.unique = false
    }
  }

  result(): KeyCheck {
    const { records } = this
    const proposal = this.#repeated === 0 ? null : this.#proposal()
    return { records, repeated: this.#repeated, lines: this.#lines, proposal }
  }

  /** The key with a serial behind it; where no column is one, the line. */
  #proposal(): Expression {
    const [key] = columnsOf(this.#profile.fields.key ?? { constant: '' })
    const serial = this.#candidates.find(({ unique }) => unique)
    if (key === undefined || serial === undefined) return { line: true }
    return { template: `{${key}}-{${serial.column}}` }
  }
}

/** Columns that are called like a serial come first, the others only where no field is taken from them. */
function candidatesOf({ fields }: EntityFile, header: readonly string[]): Candidate[] {
  const keyed = new Set(fields.key === undefined ? [] : columnsOf(fields.key))
  const mapped = new Set(Object.values(fields).flatMap((each) => columnsOf(each)))
  const columns = header.map((column, index) => ({ column, index })).filter(({ column }) => nameable(column))
  const serials = columns.filter(({ column }) => SERIAL_NAME.test(column) && !keyed.has(column))
  const others = columns.filter(({ column }) => !SERIAL_NAME.test(column) && !mapped.has(column))
  return [...serials, ...others]
    .slice(0, MOST_CANDIDATES)
    .map((each) => ({ ...each, keys: new RunKeys(), unique: true }))
}

/** A template writes columns in braces. */
function nameable(column: string): boolean {
  return column !== '' && !/[{}]/.test(column)
}
