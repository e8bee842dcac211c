import type { PaperListName } from '../../../shared/domain/branch/list-columns.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { key, orNull, text } from '../../engine/schema/columns.ts'
import { read, write } from '../../engine/statement.ts'
import { personOf } from '../people/person.ts'

/** Lists whose rows are pieces of work. */
type WorkList = Exclude<PaperListName, 'customers'>

const INSERT_WORK = {
  intents: write(
    `INSERT INTO list_print_work (print_no, row_no, intent_id) SELECT ?, ?, id FROM intent WHERE uid = ?`,
  ),
  leads: write(
    `INSERT INTO list_print_work (print_no, row_no, lead_id) SELECT ?, ?, id FROM lead WHERE uid = ?`,
  ),
  referrals: write(
    `INSERT INTO list_print_work (print_no, row_no, referral_id) SELECT ?, ?, id FROM referral WHERE uid = ?`,
  ),
} satisfies Readonly<Record<WorkList, unknown>>

/** Numbers the rows of a list of intents, leads or referrals in the order given. */
export function insertWork(
  context: WriteContext,
  printNo: number,
  list: WorkList,
  uids: readonly string[],
): void {
  for (const [index, uid] of uids.entries())
    INSERT_WORK[list].run(context.connection, printNo, index + 1, uid)
  context.changed('list_print_work')
}

const INTENTS = read(
  { id: key, lastContactOn: orNull(text) },
  `SELECT intent.id, nullif(facts.last_contact_on, '') AS lastContactOn FROM list_print_work AS frozen
       JOIN intent ON intent.id = frozen.intent_id ${personOf('intent')}
       LEFT JOIN customer_facts AS facts ON facts.customer_id = person.id
       WHERE frozen.print_no = ? ORDER BY frozen.row_no`,
)

/** The intents of a printed list in its order, with the last contact with each one's customer. */
export function intentsOf(
  connection: ReadConnection,
  printNo: number,
): readonly { readonly id: number; readonly lastContactOn: string | null }[] {
  return INTENTS.all(connection, printNo)
}

const LEADS = read(
  { id: key },
  `SELECT lead.id FROM list_print_work AS frozen JOIN lead ON lead.id = frozen.lead_id
       WHERE frozen.print_no = ? ORDER BY frozen.row_no`,
)

/** The leads of a printed list in its order. */
export function leadsOf(connection: ReadConnection, printNo: number): readonly { readonly id: number }[] {
  return LEADS.all(connection, printNo)
}

const REFERRALS = read(
  { id: key },
  `SELECT referral.id FROM list_print_work AS frozen JOIN referral ON referral.id = frozen.referral_id
       WHERE frozen.print_no = ? ORDER BY frozen.row_no`,
)

/** The referrals of a printed list in its order. */
export function referralsOf(connection: ReadConnection, printNo: number): readonly { readonly id: number }[] {
  return REFERRALS.all(connection, printNo)
}
