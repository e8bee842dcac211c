import type { ColumnType, Selectable } from 'kysely'
import type { TableName as Listed } from '../../shared/contract/tables.ts'
import type { Column, Columns } from './schema/columns.ts'
import { customersTables } from './schema/customers.ts'
import { foundationTables } from './schema/foundation.ts'
import { intentsTables } from './schema/intents.ts'
import { lobbyTables } from './schema/lobby.ts'
import { undoTables } from './schema/undo.ts'

/** Every table of the branch's file with its columns; a test compares it with the migrated file. */
export const TABLES = {
  ...foundationTables,
  ...customersTables,
  ...intentsTables,
  ...lobbyTables,
  ...undoTables,
} satisfies Readonly<Record<string, Columns>>

type Tables = typeof TABLES
/** Does not compile where `Part` names something that is not among `All`. */
type Among<All, Part extends All> = Part
/** The tables of the schema, which are those of the contract's list: one that only one side knows does not compile. */
export type TableName = Among<Listed, keyof Tables> & Among<keyof Tables, Listed>

type Kept<C> =
  C extends Column<infer T, infer Filled>
    ? [Filled] extends [true]
      ? ColumnType<T, T | undefined, T>
      : T
    : never

/** The database as Kysely sees it. */
export type Schema = {
  [Name in TableName]: { [C in keyof Tables[Name]]: Kept<Tables[Name][C]> }
}

/** A row of `customer` as it is read. */
export type CustomerRecord = Selectable<Schema['customer']>
