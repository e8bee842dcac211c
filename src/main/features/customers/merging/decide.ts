import type { DuplicatePair } from '../../../../shared/contract/customers.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import {
  closePairsWithin,
  insertDifferentPair,
  reopenPairsBetween,
  writeDecision,
} from '../../../records/people/duplicate-pairs.ts'
import { mergePeople, separate } from '../../../records/people/merge.ts'
import { personIdOf } from '../../../records/people/person.ts'
import { uidOfRecord } from '../panel/records.ts'
import { openPair } from './pairs.ts'

const { customer } = TABLES

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
  writeDecision(connection, pairUid, decision, staff.no)
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
  if (reopened === 0 && isPairReason(record.reason)) {
    const alike = { oneId: record.rootId, otherId: record.id, reason: record.reason }
    insertDifferentPair(connection, alike, { uid: context.newUid(), by: context.staff.no })
  }
  context.about(uid)
  context.note({ other: uidOfRecord(connection, record.rootId) })
  return { uid }
}

const PAIR_REASONS: readonly string[] = ['same-id', 'same-phone', 'same-name-and-birth']

function isPairReason(reason: string | null): reason is DuplicatePair['reason'] {
  return reason !== null && PAIR_REASONS.includes(reason)
}
