import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import type { CustomerPage, CustomerRow } from '../../../shared/contract/customer-lists.ts'
import type { JobInputOf } from '../../../shared/contract/internal/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { requireReason } from '../../../shared/domain/consent/reason.ts'
import type { ReadContext } from '../../engine/context.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../engine/csv-lines.ts'
import { appErrorOf } from '../../engine/faults.ts'
import type { JobsOf } from '../../engine/jobs.ts'
import { OWNER_ONLY } from '../../engine/owner-only.ts'
import { headOf, rowOf } from './csv-row.ts'

/** A file of more people is no work list but a copy of the branch (our own default). */
const MOST_EXPORTED = 2_000
const PEOPLE_A_STEP = 50

type ReadPage = (
  context: ReadContext,
  request: JobInputOf<'lists.export'>['request'] & { readonly cursor: string | null; readonly limit: number },
) => CustomerPage

/**
 * Writes a list of customers to a file (P2): rows masked as on the screen, and in its order. Everybody on it is named in
 * the audit, with the reason and how many they are, before the first line leaves; a file that could not be finished is
 * removed.
 * @param readPage reads a page of a list of customers
 * @throws AppError `customers.reasonTooShort`, `lists.tooLong`, `engine.stopped`, `engine.diskFull`, `engine.readOnly`
 */
export function createListsJobs(readPage: ReadPage): JobsOf<'lists'> {
  return {
    'lists.export': async function* ({ runner, staff, signal }, { path, request, reason, language }) {
      requireReason(reason)
      const people: CustomerRow[] = []
      let cursor: string | null = null
      do {
        if (signal.aborted) throw new AppError('engine.stopped')
        const page = readPage(runner.readContext(staff), { ...request, cursor, limit: PEOPLE_A_STEP })
        people.push(...page.lines)
        if (people.length > MOST_EXPORTED) throw new AppError('lists.tooLong', { most: MOST_EXPORTED })
        cursor = page.nextCursor
        yield { progress: { rows: people.length }, tables: [] }
      } while (cursor !== null)
      const { value: todayOn, tables } = runner.commit('lists.export', {}, staff, (context) => {
        context.about(...people.map(({ uid }) => uid))
        context.note({ list: 'customers', rows: people.length, reason })
        return context.todayOn
      })
      yield { progress: null, tables }
      const lines = people.map((row) => rowOf(row, todayOn, language))
      writeWhole(path, BYTE_ORDER_MARK + csvLines([headOf(language), ...lines]))
      return { rows: people.length }
    },
  }
}

function writeWhole(path: string, text: string): void {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, 'w', OWNER_ONLY)
    writeFileSync(descriptor, text)
  } catch (error) {
    if (descriptor !== null) rmSync(path, { force: true })
    throw appErrorOf(error)
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}
