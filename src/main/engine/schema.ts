import type { Selectable } from 'kysely'
import type { CustomersTables, CustomerTable } from './schema/customers.ts'
import type { FoundationTables } from './schema/foundation.ts'
import type { IntentsTables } from './schema/intents.ts'
import type { LobbyTables } from './schema/lobby.ts'

/** The database as Kysely sees it; a test compares it with the migrated file column by column. */
export interface Schema extends FoundationTables, CustomersTables, IntentsTables, LobbyTables {}

export type TableName = keyof Schema
/** A row of `customer` as it is read. */
export type CustomerRecord = Selectable<CustomerTable>
