import type { Holding } from '../../../../shared/contract/customers.ts'
import { maskCard } from '../../../../shared/domain/text/masking.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { integer, orNull, type RowOf, real, text, textOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'

const { account, loan, card } = TABLES

const ACCOUNTS = read(
  {
    kind: account.kind,
    productName: account.product_name,
    key: account.account_no,
    balanceFen: orNull(account.balance_fen),
    maturesOn: account.matures_on,
    ratePercent: account.rate_percent,
    status: account.status,
  },
  `SELECT kind, product_name AS productName, account_no AS key,
     iif(balance_source = 'transactions' AND balance_unknown = 1, NULL, balance_fen) AS balanceFen,
     matures_on AS maturesOn, rate_percent AS ratePercent, status
   FROM account WHERE customer_id = ? AND status <> 'closed'`,
)

/** Loans that were paid back stay: a good record is worth knowing (S5). */
const LOANS = read(
  {
    kind: textOf<'loan'>(),
    productName: text,
    key: loan.loan_no,
    balanceFen: orNull(integer),
    maturesOn: loan.ends_on,
    ratePercent: orNull(real),
    status: loan.status,
  },
  `SELECT 'loan' AS kind, '' AS productName, loan_no AS key,
     coalesce(balance_fen, CASE WHEN status IN ('running', 'running-overdue') THEN principal_fen ELSE 0 END) AS balanceFen,
     ends_on AS maturesOn, NULL AS ratePercent, status
   FROM loan WHERE customer_id = ?`,
)

const CARDS = read(
  {
    kind: textOf<'card'>(),
    productName: text,
    key: text,
    balanceFen: orNull(integer),
    maturesOn: orNull(text),
    ratePercent: orNull(real),
    status: card.status,
  },
  `SELECT 'card' AS kind, coalesce(grade, '') AS productName, coalesce(number, card_no) AS key,
     0 AS balanceFen, NULL AS maturesOn, NULL AS ratePercent, status
   FROM card WHERE customer_id = ? AND status <> 'closed'`,
)

export const HOLDING_QUERIES = [ACCOUNTS, LOANS, CARDS] as const

type HoldingRow = RowOf<(typeof HOLDING_QUERIES)[number]['columns']>

const KINDS: readonly Holding['kind'][] = ['demand', 'term', 'wealth', 'fund', 'insurance', 'loan', 'card']

/** What a person holds, by kind, the largest first; numbers masked to their last four. */
export function readHoldings(connection: ReadConnection, recordIds: readonly number[]): Holding[] {
  return HOLDING_QUERIES.flatMap((query) =>
    recordIds.flatMap((id): HoldingRow[] => query.all(connection, id)),
  )
    .map(({ key, ...row }): Holding => ({ ...row, maskedKey: maskCard(key) }))
    .sort(
      (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (b.balanceFen ?? 0) - (a.balanceFen ?? 0),
    )
}
