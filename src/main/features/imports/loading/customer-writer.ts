import type { CustomerRow } from '../../../../shared/domain/imports/import-rows.ts'
import { isDoubtful, readIdNumber } from '../../../../shared/domain/text/identity-number.ts'
import { nameKeys } from '../../../../shared/domain/text/person-name.ts'
import type { SqlValue } from '../../../engine/connection.ts'
import { NOT_INDEXED } from '../../../engine/search-index/keys.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { insertPair } from '../../../records/people/duplicate-pairs.ts'
import { separateMergedOnNumber } from '../../../records/people/merge.ts'
import { personIdOf } from '../../../records/people/person.ts'
import {
  findByNumber,
  type Identity,
  type NumberFinding,
  type PossibleDuplicate,
  possibleDuplicate,
  type StoredRecord,
} from './alike-people.ts'
import { type ImportedColumn, KeyedTable, keyedStatements, type StoredRow } from './keyed-table.ts'
import type { RowProblemFound } from './load-problem.ts'
import type { LoadedFile } from './seen-rows.ts'
import type { LoadSession, RowWriter } from './session.ts'

/** In the order of `valuesOf`. */
const COLUMNS: readonly ImportedColumn[] = [
  { name: 'name', field: 'name' },
  { name: 'pinyin', field: 'name', sticky: true },
  { name: 'initials', field: 'name', sticky: true },
  { name: 'birth_on', field: 'birthOn' },
  { name: 'sex', field: 'sex', fallback: 'unknown' },
  { name: 'id_number', field: 'idNumber' },
  { name: 'id_checked', field: 'idNumber' },
  { name: 'phone', field: 'phone' },
  { name: 'phone_entries', field: 'phone' },
  { name: 'occupation', field: 'occupation' },
  { name: 'employer', field: 'employer' },
  { name: 'industry', field: 'industry' },
  { name: 'address', field: 'address' },
  { name: 'housing', field: 'housing' },
  { name: 'income_fen', field: 'income' },
  { name: 'marriage', field: 'marriage' },
  { name: 'education', field: 'education' },
  { name: 'family', field: 'family' },
  { name: 'risk_grade', field: 'riskGrade' },
  { name: 'risk_assessed_on', field: 'riskAssessedOn' },
  { name: 'risk_expires_on', field: 'riskExpiresOn' },
  { name: 'channel_preference', field: 'channelPreference' },
  { name: 'hobbies', field: 'hobbies' },
  { name: 'leaning', field: 'leaning' },
  { name: 'household_no', field: 'householdNo' },
  { name: 'owner_no', field: 'ownerStaffNo' },
]

const ON_INSERT = ['created_at', 'search_bucket', 'merged_into', 'merge_reason'] as const
const CUSTOMERS = keyedStatements({
  table: 'customer',
  key: 'customer_no',
  columns: COLUMNS,
  stamps: ['source'],
  onInsert: ON_INSERT,
})
const NAME_COLUMN = 0
const ID_NUMBER_COLUMN = COLUMNS.findIndex(({ name }) => name === 'id_number')
const ID_CHECKED_COLUMN = COLUMNS.findIndex(({ name }) => name === 'id_checked')
/** A person is searched by these; the keys must go before the row changes. */
const SEARCHED: readonly string[] = ['name', 'phone', 'phone_entries', 'id_number']
/** A change here can make two records look like one person. */
const IDENTIFYING: readonly string[] = [...SEARCHED, 'birth_on']

/** Writes customers and finds out who is the same person (D2). The search keys follow when the import is summarised. */
export class CustomerWriter implements RowWriter<CustomerRow> {
  readonly entity = 'customers'
  readonly sliceRows = 250
  readonly #session: LoadSession
  readonly #table: KeyedTable

  constructor(session: LoadSession, file: LoadedFile) {
    this.#session = session
    this.#table = new KeyedTable(session, CUSTOMERS, file, [session.source])
  }

  write(row: CustomerRow): RowProblemFound | null {
    const stored = this.#table.find(row.key)
    return stored === undefined ? this.#add(row) : this.#change(row, stored)
  }

  #add(row: CustomerRow): RowProblemFound | null {
    const { connection, run, counts, nowAt, touched } = this.#session
    const byNumber = findByNumber(connection, row, { self: null, importId: run.id })
    const rootId = byNumber.kind === 'same' ? byNumber.rootId : null
    // The new record brings new keys to the person that it is merged into.
    if (rootId !== null) removeSearchKeys(connection, [rootId])
    const mergeReason = rootId === null ? null : 'same-id'
    // Somebody else has the number: whose birth date it tells, nobody knows.
    const isOthers = byNumber.kind === 'filler' || (byNumber.kind === 'disputed' && byNumber.isOthers)
    const known = isOthers ? withoutTold(row) : row
    const id = this.#table.insert(row, valuesOf(known, null), [nowAt, NOT_INDEXED, rootId, mergeReason])
    touched.add(rootId ?? id)
    counts.add(this.entity, rootId === null ? 'added' : 'merged')
    if (byNumber.kind === 'filler') this.#takeApart(row)
    return rootId === null ? this.#review(known, { id, rootId: id }, byNumber) : null
  }

  #change(row: CustomerRow, stored: StoredRow): RowProblemFound | null {
    const { connection, run, counts, touched } = this.#session
    const known = isDoubted(row, stored) ? withoutTold(row) : row
    const wanted = valuesOf(known, stored)
    const { columns, problem, repeated } = this.#table.compare(stored, wanted, whereKept(known, stored))
    if (columns.length === 0) {
      if (repeated) counts.addRepeated(this.entity)
      else if (problem === null) counts.add(this.entity, 'unchanged')
      return problem
    }
    const rootId = personIdOf(connection, stored.id)
    if (columns.some((column) => SEARCHED.includes(column))) removeSearchKeys(connection, [rootId])
    this.#table.update(stored, wanted)
    touched.add(rootId)
    counts.add(this.entity, 'updated')
    if (problem !== null) return problem
    if (!columns.some((column) => IDENTIFYING.includes(column))) return null
    const self = { id: stored.id, rootId }
    const identity = identityIn(wanted)
    return this.#review(identity, self, findByNumber(connection, identity, { self, importId: run.id }))
  }

  /** A known person is never merged by an import, even on the same number: somebody may be at work with either. */
  #review(identity: Identity, self: StoredRecord, byNumber: NumberFinding): RowProblemFound | null {
    switch (byNumber.kind) {
      case 'filler':
        return NUMBER_SHARED
      case 'same':
        if (byNumber.rootId !== self.rootId) this.#ask(self, { rootId: byNumber.rootId, reason: 'same-id' })
        return null
      case 'disputed':
        for (const rootId of byNumber.rootIds) this.#ask(self, { rootId, reason: 'same-id' })
        return NUMBER_SHARED
      case 'alone': {
        const found = possibleDuplicate(this.#session.connection, identity, self)
        if (found !== null) this.#ask(self, found)
        return null
      }
    }
  }

  #ask(self: StoredRecord, { rootId, reason }: PossibleDuplicate): void {
    const { connection, run } = this.#session
    const alike = { oneId: self.rootId, otherId: rootId, reason }
    insertPair(connection, alike, { uid: this.#session.newUid(), importId: run.id })
  }

  /** What this run has merged by a number that turns out to be a filler are records of their own. */
  #takeApart({ idNumber }: CustomerRow): void {
    const { connection, run, counts, touched } = this.#session
    if (idNumber === null) return
    const { apart, roots } = separateMergedOnNumber(connection, { idNumber, importId: run.id })
    for (const id of [...apart, ...roots]) touched.add(id)
    counts.recount(this.entity, 'merged', 'added', apart.length)
  }
}

const NUMBER_SHARED: RowProblemFound = { code: 'id-shared', field: 'idNumber', flagged: true }

/** The record without what only its number says of the person; the number is nobody's proof any more. */
function withoutTold(row: CustomerRow): CustomerRow {
  const { toldByNumber: told, ...said } = row
  if (told === undefined) return row
  return {
    ...said,
    birthOn: told.includes('birthOn') ? null : row.birthOn,
    sex: told.includes('sex') ? null : row.sex,
    idChecked: false,
  }
}

/** Whether the number stands with the record already as one that is not proven to be its own. */
function isDoubted({ idNumber, toldByNumber }: CustomerRow, { values }: StoredRow): boolean {
  return (
    toldByNumber !== undefined && values[ID_NUMBER_COLUMN] === idNumber && values[ID_CHECKED_COLUMN] !== 1
  )
}

/** A number that nothing vouches for does not replace one that is verified. */
function whereKept(row: CustomerRow, stored: StoredRow): Pick<CustomerRow, 'line' | 'unread'> {
  const { idNumber, idChecked, unread = [] } = row
  if (idNumber === null || idChecked || stored.values[ID_CHECKED_COLUMN] !== 1) return row
  if (!isDoubtful(readIdNumber(idNumber)) && idNumber !== stored.values[ID_NUMBER_COLUMN]) return row
  return { line: row.line, unread: [...unread, 'idNumber'] }
}

/** The record as it is stored from now on: of what the row does not say, what is known counts. */
function identityIn(values: readonly SqlValue[]): Identity {
  const text = (name: string): string | null => {
    const value = values[COLUMNS.findIndex((column) => column.name === name)]
    return typeof value === 'string' ? value : null
  }
  return {
    name: text('name') ?? '',
    birthOn: text('birth_on'),
    sex: text('sex'),
    idNumber: text('id_number'),
    idChecked: values[ID_CHECKED_COLUMN] === 1,
    phone: text('phone'),
  }
}

/** @param stored where its name is the row's, the keys made of the name stay as they are */
function valuesOf(row: CustomerRow, stored: StoredRow | null): SqlValue[] {
  const keys = stored?.values[NAME_COLUMN] === row.name ? null : nameKeys(row.name)
  return [
    row.name,
    keys?.pinyin ?? null,
    keys?.initials ?? null,
    row.birthOn,
    row.sex,
    row.idNumber,
    row.idNumber === null ? null : Number(row.idChecked),
    row.phone,
    row.phoneEntries,
    row.occupation,
    row.employer,
    row.industry,
    row.address,
    row.housing,
    row.incomeFen,
    row.marriage,
    row.education,
    row.family,
    row.riskGrade,
    row.riskAssessedOn,
    row.riskExpiresOn,
    row.channelPreference,
    row.hobbies,
    row.leaning,
    row.householdNo,
    row.ownerStaffNo,
  ]
}
