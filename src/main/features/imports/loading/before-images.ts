import type { Connection } from '../../../engine/connection.ts'
import type { SqlValue } from './keyed-table.ts'

/** The tables whose rows an import may change. */
export type ChangedTable = 'customer' | 'account' | 'loan' | 'card' | 'txn'

export type BeforeImage = Readonly<Record<string, SqlValue>>

export interface StoredImage {
  readonly id: number
  readonly table: ChangedTable
  readonly rowKey: string
  readonly before: BeforeImage
}

/** Keeps what a row looked like before this import changed it; in the same transaction as the change. */
export function keepBeforeImage(
  connection: Connection,
  runId: number,
  table: ChangedTable,
  rowKey: string,
  before: BeforeImage,
): void {
  connection
    .statement('INSERT INTO import_change (import_id, entity, row_key, before) VALUES (?, ?, ?, ?)')
    .run(runId, table, rowKey, JSON.stringify(before))
}

/** The newest images of a run: a row that was changed twice must go back in two steps. */
export function newestImages(connection: Connection, runId: number, limit: number): StoredImage[] {
  return connection
    .statement<{ id: number; entity: ChangedTable; row_key: string; before: string }>(
      'SELECT id, entity, row_key, before FROM import_change WHERE import_id = ? ORDER BY id DESC LIMIT ?',
    )
    .all(runId, limit)
    .map(({ id, entity, row_key, before }) => ({
      id,
      table: entity,
      rowKey: row_key,
      // Written by keepBeforeImage and by nobody else.
      before: JSON.parse(before) as BeforeImage,
    }))
}

export function dropImage(connection: Connection, imageId: number): void {
  connection.statement('DELETE FROM import_change WHERE id = ?').run(imageId)
}
