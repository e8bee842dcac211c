import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const PERSON_CALLED = read(
  { uid: TABLES.customer.uid },
  `SELECT root.uid FROM customer AS named
     JOIN customer AS root ON root.id = coalesce(named.merged_into, named.id)
    WHERE named.customer_no = ? OR named.uid = ?`,
)

/** What only the command line asks: it names people by the bank's own numbers, which no window shows. */
export const maintenanceHandlers: HandlersOf<'maintenance'> = {
  'maintenance.findCustomer': (context, { key }) => {
    const row = PERSON_CALLED.get(context.connection, key, key)
    if (row === undefined) throw new AppError('customers.notFound')
    context.about(row.uid)
    context.publish({})
    return { uid: row.uid }
  },
}
