import type { ColumnType } from 'kysely'

/** A column that the database fills when an insert leaves it out. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>
/** 0 or 1. */
export type Flag = 0 | 1
