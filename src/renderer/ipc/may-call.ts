import { type OperationName, operationNamed } from '../../shared/contract/index.ts'

/**
 * Whether an operation's callers include this role, so that a screen offers only what the router will grant. Apart from
 * `operations.ts`, because it brings every operation's schema along, and the sign-in has no use for them.
 */
export function mayCall(role: string, name: OperationName): boolean {
  const callers = operationNamed(name)?.callers
  return callers === 'anyone' || (callers?.some((caller) => caller === role) ?? false)
}
