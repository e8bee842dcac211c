import { z } from 'zod'
import type { ListTotal } from '../../../shared/contract/customer-lists.ts'
import { type ListOnPaper, listOnPaper } from '../../../shared/contract/lists.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'

const stored = z.strictObject({
  shows: listOnPaper,
  total: z.strictObject({ people: z.int().min(0), orMore: z.boolean() }),
})

/**
 * What a printed list shows, as it was kept with its number.
 * @throws AppError `followups.notFound` for what cannot be read
 */
export function frozenList(kept: string | null): {
  readonly shows: ListOnPaper
  readonly total: ListTotal
} {
  const read = stored.safeParse(kept === null ? null : JSON.parse(kept))
  if (!read.success) throw new AppError('followups.notFound')
  return read.data
}
