import type { DuplicatePair } from '../../../../shared/contract/customers.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read, write } from '../../../engine/statement.ts'
import { personIdOf } from '../../../records/people/person.ts'
import { uidOfRecord } from '../panel/records.ts'
import { mergePeople, separate } from './merge.ts'
import { closePairsWithin, openPair, reopenPairsBetween } from './pairs.ts'

const { customer } = TABLES

const DECIDE_PAIR = write('UPDATE duplicate_pair SET state = ?, decided_by = ? WHERE uid = ?')

/**
 * Answers whether two records are one person (D2). The person with the older record stays and takes the other's records
 * in. Throws `customers.notFound` for a pair that was decided already.
 */
export function decideDuplicate(
  context: WriteContext,
  pairUid: string,
  decision: 'same' | 'different',
): { readonly keptUid: string } {
  const { connection, staff } = context
  const pair = openPair(connection, pairUid)
  if (pair === undefined) throw new AppError('customers.notFound')
  const roots = [personIdOf(connection, pair.leftId), personIdOf(connection, pair.rightId)]
  const [keptId, mergedId] = [Math.min(...roots), Math.max(...roots)]
  DECIDE_PAIR.run(connection, decision, staff.no, pairUid)
  context.changed('duplicate_pair')
  if (decision === 'same' && keptId !== mergedId) {
    mergePeople(context, keptId, mergedId, pair.reason)
    closePairsWithin(connection, keptId, staff.no)
  }
  const keptUid = uidOfRecord(connection, keptId)
  context.about(keptUid)
  context.note({ decision, reason: pair.reason, other: uidOfRecord(connection, mergedId) })
  return { keptUid }
}

const MERGED_RECORD = read(
  { id: customer.id, rootId: customer.merged_into, reason: customer.merge_reason },
  'SELECT id, merged_into AS rootId, merge_reason AS reason FROM customer WHERE uid = ?',
)

/**
 * Takes a merged record out again. The question whether they are one person is open again where a person had answered
 * it; where an import had joined them by itself, the answer is now "different". Throws `customers.notFound`,
 * `customers.notMerged`.
 */
export function undoMerge(context: WriteContext, uid: string): { readonly uid: string } {
  const { connection } = context
  const record = MERGED_RECORD.get(connection, uid)
  if (record === undefined) throw new AppError('customers.notFound')
  if (record.rootId === null) throw new AppError('customers.notMerged')
  const separated = separate(context, record.rootId, record.id)
  const reopened = reopenPairsBetween(connection, record.rootId, separated)
  if (reopened === 0 && isPairReason(record.reason))
    rememberDifference(context, record.rootId, record.id, record.reason)
  context.about(uid)
  context.note({ other: uidOfRecord(connection, record.rootId) })
  return { uid }
}

const PAIR_REASONS: readonly string[] = ['same-id', 'same-phone', 'same-name-and-birth']

function isPairReason(reason: string | null): reason is DuplicatePair['reason'] {
  return reason !== null && PAIR_REASONS.includes(reason)
}

const KEEP_AS_DIFFERENT = write(
  `INSERT INTO duplicate_pair (uid, left_id, right_id, reason, state, decided_by)
   VALUES (?, ?, ?, ?, 'different', ?) ON CONFLICT DO NOTHING`,
)

/** A merge that no one was asked about must not come back with the next import: the pair is kept as different. */
function rememberDifference(
  context: WriteContext,
  oneId: number,
  otherId: number,
  reason: DuplicatePair['reason'],
): void {
  const { connection, staff } = context
  const [leftId, rightId] = [Math.min(oneId, otherId), Math.max(oneId, otherId)]
  KEEP_AS_DIFFERENT.run(connection, context.newUid(), leftId, rightId, reason, staff.no)
}
