import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import type { TableName } from '../../../src/shared/contract/tables.ts'
import type { TableUse } from './table-spy.ts'

/** Tables that some query depends on. A change of any other is of interest to no window, and need not be announced. */
export const READ_BY_QUERIES: ReadonlySet<TableName> = new Set(
  OPERATION_NAMES.flatMap((name) => operationNamed(name)?.reads ?? []),
)

interface Silence {
  readonly name: string
  readonly table: TableName
  readonly because: string
}

/** Changes that are rightly not announced although a query reads the table. */
export const SILENT: readonly Silence[] = [
  {
    name: 'facts.refresh',
    table: 'setting',
    because:
      'its own mark of the day lies beside the settings, and what hears of new settings begins the job anew',
  },
]

/** What an operation read without declaring it, or changed without announcing it; in words. */
export function faultsOf(use: TableUse): string[] {
  return [
    ...undeclared(use).map((table) => `${use.name} reads ${table} and does not declare it`),
    ...unannounced(use).map((table) => `${use.name} changes ${table} and does not announce it`),
  ]
}

function undeclared({ name, read }: TableUse): TableName[] {
  const operation = operationNamed(name)
  if (operation?.access !== 'read') return []
  return [...read].filter((table) => !operation.reads.includes(table))
}

function unannounced({ name, written, announced }: TableUse): TableName[] {
  return [...written].filter(
    (table) =>
      READ_BY_QUERIES.has(table) &&
      !announced.has(table) &&
      !SILENT.some((each) => each.name === name && each.table === table),
  )
}
