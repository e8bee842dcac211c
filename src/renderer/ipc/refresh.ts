import type { QueryClient } from '@tanstack/react-query'
import { OPERATION_NAMES, operationNamed } from '../../shared/contract/index.ts'
import type { TableName } from '../../shared/contract/tables.ts'

/**
 * Asks again every query whose answer depends on one of these tables, as the contract declares it. Apart from
 * `operations.ts` for the reason of `may-call.ts`: it brings every operation's schema along.
 */
export function refreshReaders(client: QueryClient, changed: readonly TableName[]): void {
  for (const name of OPERATION_NAMES) {
    const reads = operationNamed(name)?.reads ?? []
    if (reads.some((table) => changed.includes(table))) void client.invalidateQueries({ queryKey: [name] })
  }
}
