import type { Connection, ReadConnection } from './connection.ts'
import { text, textOf } from './schema/columns.ts'
import type { TableName } from './schema.ts'
import { read } from './statement.ts'

/** A column that points at a row of another table and keeps that row from being deleted. */
export interface PointingColumn {
  readonly table: TableName
  readonly column: string
}

const POINTING_AT = read(
  { table: textOf<TableName>(), column: text },
  `SELECT pointing.name AS "table", link."from" AS "column"
     FROM sqlite_schema AS pointing JOIN pragma_foreign_key_list(pointing.name) AS link
    WHERE pointing.type = 'table' AND link."table" = ? AND coalesce(link."to", 'id') = 'id' AND link.on_delete <> 'CASCADE'
    ORDER BY pointing.rowid, link."from"`,
)

/**
 * Every column of the schema that points at the rows of a table by their `id`, in a fixed order. What goes with such a
 * row by itself (`ON DELETE CASCADE`) is not among them.
 */
export function pointingAt(connection: ReadConnection, table: TableName): readonly PointingColumn[] {
  return POINTING_AT.all(connection, table)
}

/**
 * A condition: something points at the row of a table.
 * @param id SQL of the row's number
 */
export function isPointedAt(connection: ReadConnection, table: TableName, id: string): string {
  return pointingAt(connection, table)
    .map(({ table: pointing, column }) => `EXISTS (SELECT 1 FROM ${pointing} WHERE ${column} = ${id})`)
    .join(' OR ')
}

/**
 * Lets everything that points at one row of a table point at another, before the first is deleted.
 * @returns the tables in which something pointed at it
 */
export function repoint(
  connection: Connection,
  table: TableName,
  { from, to }: { readonly from: number; readonly to: number },
): readonly TableName[] {
  return pointingAt(connection, table).flatMap(({ table: pointing, column }) => {
    // Which tables these are the schema says, so it is not known when the module is loaded.
    const moved = connection.statement(`UPDATE ${pointing} SET ${column} = ? WHERE ${column} = ?`)
    return moved.run(to, from).changes > 0 ? [pointing] : []
  })
}
