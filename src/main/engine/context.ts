import type { SessionStaff } from '../../shared/contract/session.ts'
import type { BranchSettings } from '../../shared/domain/branch/settings.ts'
import type { WorkingCalendar } from '../../shared/domain/calendar/working-days.ts'
import type { Connection, ReadConnection } from './connection.ts'
import type { TableName } from './schema.ts'

/** What every handler is given. Nothing in a handler reads a clock or makes a random number by itself. */
export interface ReadContext {
  /** Cannot write, by its type. */
  readonly connection: ReadConnection
  /** Who acts: a member of the staff, or the program itself in its own work. */
  readonly staff: SessionStaff
  /** The instant of the call, UTC milliseconds. */
  readonly nowAt: number
  /** The civil day the branch lives in: today in Shanghai, or the demo branch's own day. */
  readonly todayOn: string
  readonly settings: BranchSettings
  readonly calendar: WorkingCalendar
}

export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>

/** A write also says what it did: the runner turns that into the audit and outbox rows of the same transaction. */
export interface WriteContext extends ReadContext {
  readonly connection: Connection
  /** A UUIDv7 that sorts by time. */
  newUid(): string
  /** The people this write is about: each of them gets a link of the audit, so that who saw somebody is one seek (P2). */
  about(...customerUids: readonly string[]): void
  /** Strangers it is about, by their leads: each gets a link of its own as well, which names the lead. */
  aboutStrangers(...leadUids: readonly string[]): void
  /** Facts for the audit row; no personal data. */
  note(detail: AuditDetail): void
  /** What other branches' devices need to repeat this write; the parsed input where a handler says nothing. */
  publish(payload: object): void
  /** Tables whose readers should refresh. */
  changed(...tables: TableName[]): void
}
