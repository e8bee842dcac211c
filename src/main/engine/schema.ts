import type { Selectable } from 'kysely'
import type { TableName as Listed } from '../../shared/contract/tables.ts'
import type { CustomersTables, CustomerTable } from './schema/customers.ts'
import type { FoundationTables } from './schema/foundation.ts'
import type { IntentsTables } from './schema/intents.ts'
import type { LobbyTables } from './schema/lobby.ts'

/** The database as Kysely sees it; a test compares it with the migrated file column by column. */
export interface Schema extends FoundationTables, CustomersTables, IntentsTables, LobbyTables {}

/** Does not compile where `Part` names something that is not among `All`. */
type Among<All, Part extends All> = Part
/** The tables of the schema, which are those of the contract's list: one that only one side knows does not compile. */
export type TableName = Among<Listed, keyof Schema> & Among<keyof Schema, Listed>
/** A row of `customer` as it is read. */
export type CustomerRecord = Selectable<CustomerTable>
