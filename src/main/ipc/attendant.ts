import type { TableName } from '../engine/schema.ts'
import type { OpenDesk } from './session-desk.ts'

/** Works beside the windows for as long as somebody is signed in, also while the desk is locked. */
export interface Attendant {
  arrive(desk: OpenDesk): void
  /** A committed write changed these tables. */
  changed(tables: readonly TableName[]): void
  leave(): void
}
