import type { Holding } from '../../../../shared/contract/customers.ts'
import { maskCard } from '../../../../shared/domain/text/masking.ts'
import type { Connection } from '../../../engine/connection.ts'

interface HoldingRow extends Omit<Holding, 'maskedKey'> {
  readonly key: string
}

const ACCOUNTS = `SELECT kind, product_name AS productName, account_no AS key, balance_fen AS balanceFen,
    matures_on AS maturesOn, rate_percent AS ratePercent, status
  FROM account WHERE customer_id = ? AND status <> 'closed'`

/** Loans that were paid back stay: a good record is worth knowing (S5). */
const LOANS = `SELECT 'loan' AS kind, '' AS productName, loan_no AS key,
    coalesce(balance_fen, CASE WHEN status IN ('running', 'running-overdue') THEN principal_fen ELSE 0 END) AS balanceFen,
    ends_on AS maturesOn, NULL AS ratePercent, status
  FROM loan WHERE customer_id = ?`

const CARDS = `SELECT 'card' AS kind, coalesce(grade, '') AS productName, coalesce(number, card_no) AS key,
    0 AS balanceFen, NULL AS maturesOn, NULL AS ratePercent, status
  FROM card WHERE customer_id = ? AND status <> 'closed'`

export const HOLDING_QUERIES = [ACCOUNTS, LOANS, CARDS] as const

const KINDS: readonly Holding['kind'][] = ['demand', 'term', 'wealth', 'fund', 'insurance', 'loan', 'card']

/** What a person holds, by kind, the largest first; numbers masked to their last four. */
export function readHoldings(connection: Connection, recordIds: readonly number[]): Holding[] {
  const rows = HOLDING_QUERIES.flatMap((query) =>
    recordIds.flatMap((id) => connection.statement<HoldingRow>(query).all(id)),
  )
  return rows
    .map(({ key, ...row }): Holding => ({ ...row, maskedKey: maskCard(key) }))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.balanceFen - a.balanceFen)
}
