import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { requireReason } from '../../../../shared/domain/consent/reason.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../../engine/csv-lines.ts'
import type { JobsOf } from '../../../engine/jobs.ts'
import { writeDurably } from '../../../engine/write-durably.ts'
import { type ListSources, type Portion, wholeList } from './list-sources.ts'

/** A file of more rows is no work list but a copy of the branch (our own default). */
const MOST_EXPORTED = 2_000

/**
 * Writes a list to a file (P2): rows masked as on the screen, and in its order. Every customer on it is named in the
 * audit, with the reason and how many rows there are, before the first line leaves; a file that could not be finished
 * is removed.
 * @throws AppError `customers.reasonTooShort`, `lists.tooLong`, `engine.stopped`, `engine.diskFull`, `engine.readOnly`,
 * and what the list's own query throws
 */
export function createListsJobs(sources: ListSources): JobsOf<'lists'> {
  return {
    'lists.export': async function* ({ runner, staff, signal }, { path, request, reason, language }) {
      requireReason(reason)
      const list = wholeList(sources, request)
      const rows: Portion['rows'][number][] = []
      let cursor: string | null = null
      do {
        if (signal.aborted) throw new AppError('engine.stopped')
        const portion: Portion = list.portion(runner.readContext(staff), cursor)
        rows.push(...portion.rows)
        if (rows.length > MOST_EXPORTED) throw new AppError('lists.tooLong', { most: MOST_EXPORTED })
        cursor = portion.nextCursor
        yield { progress: { rows: rows.length }, tables: [] }
      } while (cursor !== null)
      const customers = new Set(rows.flatMap(({ customerUid }) => customerUid ?? []))
      const { value: todayOn, tables } = runner.commit('lists.export', {}, staff, (context) => {
        context.about(...customers)
        context.note({ list: request.list, rows: rows.length, reason })
        return context.todayOn
      })
      yield { progress: null, tables }
      const lines = rows.map(({ cells }) => cells(todayOn, language))
      writeDurably(path, BYTE_ORDER_MARK + csvLines([list.head(language), ...lines]))
      return { rows: rows.length }
    },
  }
}
