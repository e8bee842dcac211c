import type { OperationName } from '../../shared/contract/index.ts'
import { type Permits, permitsRole } from '../ipc/router.ts'

/**
 * What an administrator may ask on the command line although no window would let them: the journey that proves an
 * installation, with every name masked and every step audited. See decision 001.
 */
const ADMINISTRATOR_ALSO: readonly OperationName[] = [
  'customers.search',
  'customers.open',
  'intents.flag',
  'followups.list',
]

/** Whether this member of staff may ask for the operation on the command line; nothing can be revealed there. */
export const permitsOnCommandLine: Permits = (operation, staff) => {
  if (operation.name === 'customers.reveal') return false
  return (
    permitsRole(operation, staff) || (staff.role === 'admin' && ADMINISTRATOR_ALSO.includes(operation.name))
  )
}
