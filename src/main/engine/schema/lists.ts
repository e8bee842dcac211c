import { type Columns, flag, text } from './columns.ts'

const listLayoutTable = {
  staff_no: text,
  list: text,
  /** A JSON array of column names. */
  columns: text,
  sort: text,
  reversed: flag,
} satisfies Columns

/** Migration 070: how lists are laid out. */
export const listsTables = {
  list_layout: listLayoutTable,
}
