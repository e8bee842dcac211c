import type { RefusedRow } from '../../../shared/contract/many.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'

/** Rows that may all be written, or those that may not and why. */
export type Checked<Row> =
  | { readonly kind: 'all'; readonly rows: readonly Row[] }
  | { readonly kind: 'none'; readonly refused: readonly RefusedRow[] }

/**
 * Looks at every row before the first is written, so that nothing is half done and each row that stands in the way is
 * named with its own reason.
 * @param check finds a row and throws an `AppError` where it may not be written
 */
export function allOrNone<Row>(uids: readonly string[], check: (uid: string) => Row): Checked<Row> {
  const rows: Row[] = []
  const refused: RefusedRow[] = []
  for (const uid of uids) {
    try {
      rows.push(check(uid))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ uid, code: error.code, detail: error.detail })
    }
  }
  return refused.length > 0 ? { kind: 'none', refused } : { kind: 'all', rows }
}
