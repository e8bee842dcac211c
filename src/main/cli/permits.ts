import { type AnyOperation, type EngineName, operationNamed } from '../../shared/contract/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'

/**
 * What an administrator may ask on the command line although no window would let them: the journey that proves an
 * installation, with every name masked and every step audited. `customers.reveal` is not in the list, and cannot be
 * asked here by anyone.
 */
const ADMINISTRATOR_ALSO: readonly EngineName[] = [
  'customers.search',
  'customers.open',
  'intents.flag',
  'followups.list',
]

/** Operations that no command asks. */
const NEVER: readonly EngineName[] = ['customers.reveal']

/** Whether this member of staff may ask for the operation on the command line. */
export function permitsOnCommandLine(name: EngineName, { role }: SessionStaff): boolean {
  if (NEVER.includes(name)) return false
  return includesRole(operationNamed(name), role) || (role === 'admin' && ADMINISTRATOR_ALSO.includes(name))
}

function includesRole(operation: AnyOperation | undefined, role: SessionStaff['role']): boolean {
  if (operation === undefined) return false
  return operation.callers === 'anyone' || operation.callers.includes(role)
}
