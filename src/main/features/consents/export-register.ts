import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import type { RegisterLine } from '../../../shared/contract/consents.ts'
import type { JobProgressOf } from '../../../shared/contract/internal/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { requireReason } from '../../../shared/domain/consent/reason.ts'
import { maskName } from '../../../shared/domain/text/masking.ts'
import { CATALOGUES } from '../../../shared/locale/index.ts'
import type { Language } from '../../../shared/locale/languages.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../engine/csv-lines.ts'
import { appErrorOf } from '../../engine/faults.ts'
import { moveDurably } from '../../engine/flush.ts'
import type { JobOf, JobStep } from '../../engine/jobs.ts'
import { OWNER_ONLY } from '../../engine/owner-only.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { requireOpened } from '../../records/people/opened.ts'
import { requirePerson, uidsOfPerson } from '../../records/people/person.ts'
import { registerOf } from './register.ts'

/** People whose register is written in one step (our own default). */
const PEOPLE_A_STEP = 50

/**
 * Writes the register of consents and refusals to a file (P3): customer number, masked name, and everything that was
 * said, in a reader's words. It is recorded with its reason before the first line leaves; a file that could not be
 * finished is removed.
 * @throws AppError `customers.reasonTooShort`, `customers.notFound`, `customers.notOpened`, `engine.diskFull`,
 * `engine.readOnly`
 */
export const exportRegister: JobOf<'consents.export'> = async function* (
  { runner, staff, signal },
  { path, customerUid, reason, language },
) {
  requireReason(reason)
  const { connection } = runner
  const { tables } = runner.commit('consents.export', {}, staff, (context) => {
    if (customerUid !== null) {
      const person = requirePerson(connection, customerUid)
      requireOpened(context, uidsOfPerson(connection, person.id))
      context.about(person.uid)
    }
    context.note({ reason })
  })
  yield { progress: null, tables }
  // It takes its name when it is whole; until then a file that lies there already stays.
  const beside = `${path}.${process.pid}.new`
  let descriptor: number | null = null
  try {
    descriptor = openSync(beside, 'w', OWNER_ONLY)
    writeFileSync(descriptor, BYTE_ORDER_MARK + csvLines([headOf(language)]))
    let rows = 0
    for (const people of customerUid === null ? everyone(connection) : [[one(connection, customerUid)]]) {
      if (signal.aborted) throw new AppError('engine.stopped')
      const cells = people.flatMap((person) => rowsOf(connection, person, language))
      writeFileSync(descriptor, csvLines(cells))
      rows += cells.length
      yield { progress: { rows }, tables: [] } satisfies JobStep<JobProgressOf<'consents.export'>>
    }
    fsyncSync(descriptor)
    moveDurably(beside, path)
    return { rows }
  } catch (error) {
    if (descriptor !== null) rmSync(beside, { force: true })
    throw appErrorOf(error)
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

const { customer } = TABLES

const REGISTERED_PERSON = { id: customer.id, customerNo: customer.customer_no, name: customer.name }

type RegisteredPerson = RowOf<typeof REGISTERED_PERSON>

const saidIn = (table: string) =>
  `SELECT * FROM (SELECT DISTINCT customer_id FROM ${table} WHERE customer_id > (SELECT after FROM asked)
     ORDER BY customer_id LIMIT (SELECT most FROM asked))`

/** The next records with something said on them, by number, each with its person; every table is asked by its index. */
export const NEXT_REGISTERED = read(
  { recordId: customer.id, ...REGISTERED_PERSON },
  `WITH asked (after, most) AS (VALUES (?, ?))
  SELECT record.id AS recordId, person.id, person.customer_no AS customerNo, person.name FROM (
    ${['consent', 'refusal', 'channel_reopening', 'lead'].map(saidIn).join(' UNION ')}
    ORDER BY 1 LIMIT (SELECT most FROM asked)) AS said
  JOIN customer AS record ON record.id = said.customer_id
  JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)
  ORDER BY said.customer_id`,
)

/** Everyone who ever said something, once, however many records they have. */
function* everyone(connection: ReadConnection): Generator<readonly RegisteredPerson[], void> {
  const written = new Set<number>()
  for (let after = 0; ; ) {
    const found = NEXT_REGISTERED.all(connection, after, PEOPLE_A_STEP)
    const last = found.at(-1)
    if (last === undefined) return
    after = last.recordId
    const people = [...new Map(found.map((person) => [person.id, person])).values()].filter(
      ({ id }) => !written.has(id),
    )
    for (const { id } of people) written.add(id)
    yield people
  }
}

const PERSON_NUMBERED = read(
  REGISTERED_PERSON,
  'SELECT id, customer_no AS customerNo, name FROM customer WHERE id = ?',
)

function one(connection: ReadConnection, customerUid: string): RegisteredPerson {
  const { id } = requirePerson(connection, customerUid)
  const person = PERSON_NUMBERED.get(connection, id)
  if (person === undefined) throw new AppError('customers.notFound')
  return person
}

function rowsOf(connection: ReadConnection, person: RegisteredPerson, language: Language): string[][] {
  return registerOf(connection, person.id).lines.map((line) => [
    person.customerNo,
    maskName(person.name),
    ...wordsOf(line, language),
    line.on,
    line.staffName,
    'textVersion' in line && line.textVersion !== null ? String(line.textVersion) : '',
    CATALOGUES[language].consents.origin[originOf(line)],
  ])
}

function wordsOf(line: RegisterLine, language: Language): readonly [what: string, said: string] {
  const { consents, followups } = CATALOGUES[language]
  const what = 'purpose' in line ? consents.purpose[line.purpose] : followups.channel[line.channel]
  return [what, consents.kind[line.kind]]
}

/** Whether it was said by the customer, or by the stranger they were. */
function originOf(line: RegisterLine): 'customer' | 'stranger' {
  return 'asStranger' in line && line.asStranger ? 'stranger' : 'customer'
}

function headOf(language: Language): string[] {
  const { customerNo, name, what, said, on, staff, version, origin } = CATALOGUES[language].consents.column
  return [customerNo, name, what, said, on, staff, version, origin]
}
