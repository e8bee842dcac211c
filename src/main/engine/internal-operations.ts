import type { ListKind } from '../../shared/contract/followups.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import type { StaffRow } from '../../shared/contract/staff.ts'
import type { ArrivalKey, ToldArrival, UnreadableReason } from '../../shared/domain/arrival-message.ts'
import type { NoticeKind } from '../../shared/domain/notice.ts'
import type { Role } from '../../shared/domain/roles.ts'
import type { ArrivalSource } from '../../shared/domain/visit.ts'
import type { AuditDetail } from './context.ts'

export interface BranchRow {
  readonly name: string
  readonly demo: boolean
  readonly demoAsOf: string | null
  readonly deviceUid: string
}

export type { ArrivalKey } from '../../shared/domain/arrival-message.ts'

/** An arrival as a source reports it; a report with neither a ticket nor a key is kept as an unreadable one. */
export interface ArrivalReport extends ToldArrival {
  readonly source: ArrivalSource
}

/**
 * What the main process asks of the writer on its own account: the door never passes these names on, so no window can
 * ask for them. But for `INTERNAL_READS` they are writes: one transaction with outbox and audit.
 */
export interface InternalOperations {
  'branch.create': {
    readonly input: {
      readonly name: string
      readonly demo: boolean
      readonly demoAsOf: string | null
      readonly deviceUid: string
      readonly founder: { readonly no: string; readonly name: string; readonly role: Role }
    }
    readonly result: BranchRow
  }
  /** The staff member whose key slot was opened; throws `session.unknownStaff` or `session.inactiveStaff`. */
  'staff.enter': {
    readonly input: { readonly no: string }
    readonly result: SessionStaff & { readonly branch: BranchRow }
  }
  'staff.insert': {
    readonly input: { readonly no: string; readonly name: string; readonly role: Role }
    readonly result: StaffRow
  }
  'staff.activate': {
    readonly input: { readonly no: string; readonly active: boolean }
    readonly result: StaffRow
  }
  /** The person of a customer number or uid, a merged record's person included; throws `customers.notFound`. */
  'maintenance.findCustomer': {
    readonly input: { readonly key: string }
    readonly result: { readonly uid: string }
  }
  /** Somebody came, says a source of arrivals (L1): finds the person by an exact key and opens or joins a visit. */
  'lobby.report': {
    readonly input: ArrivalReport
    readonly result: {
      readonly outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
      readonly visitUid: string | null
    }
  }
  /** Where a run's reject file lies: asked by who copies it out, and recorded as that (P2). Null where none is kept. */
  'imports.takeRejects': {
    readonly input: { readonly importUid: string }
    readonly result: { readonly path: string | null }
  }
  /** A source of arrivals said something that told of nobody (L1). */
  'arrivals.unreadable': {
    readonly input: { readonly source: ArrivalSource; readonly reason: UnreadableReason }
    readonly result: null
  }
  /** By what the customers of a replayed morning are known; throws `arrivals.demoOnly`. */
  'arrivals.rehearse': {
    readonly input: { readonly people: number }
    readonly result: readonly ArrivalKey[]
  }
  /** A numbered list goes on paper a second time: recorded for everyone on it. Throws as `followups.sheet`. */
  'followups.recordReprint': {
    readonly input: { readonly printNo: number }
    readonly result: { readonly at: number; readonly kind: ListKind }
  }
  /** Something worth an audit row that happened outside the database: a sign-out, a print, an export. */
  'audit.record': {
    readonly input: {
      readonly action: string
      readonly customerUid: string | null
      readonly detail: AuditDetail
    }
    readonly result: null
  }
  /** Sends every referral on whose clock has run out (L8). */
  'referrals.bounce': {
    readonly input: Record<string, never>
    readonly result: { readonly bounced: number }
  }
  /** The next instant at which a referral's clock runs out, which may be past; null while none is running. */
  'referrals.nextBounceAt': {
    readonly input: Record<string, never>
    readonly result: number | null
  }
  /** Brings every overdue intent on its rung and tells those concerned (F4). */
  'followups.escalate': { readonly input: Nothing; readonly result: { readonly moved: number } }
  /** When the ladder wants to be looked at; an instant that is past means now. */
  'followups.ladderDueAt': { readonly input: Nothing; readonly result: number }
  /** Tells the morning's work, and acceptance clocks that are running out (F4, L8). */
  'notices.tellDue': { readonly input: Nothing; readonly result: null }
  'notices.tellDueAt': { readonly input: Nothing; readonly result: number }
  'notices.unshown': { readonly input: Nothing; readonly result: UnshownNotices }
  'notices.markShown': { readonly input: { readonly upToId: number }; readonly result: null }
}

type Nothing = Record<string, never>

/** What the system has not shown the signed-in person yet. */
export interface UnshownNotices {
  /** Not yet seen in the bell's list either. */
  readonly unseen: number
  readonly kinds: readonly { readonly kind: NoticeKind; readonly count: number }[]
  readonly upToId: number
  /** When the quiet hours that it is in now end (UTC ms); null outside of them. */
  readonly quietUntil: number | null
  /** Whether a customer is being served by this person. */
  readonly serving: boolean
}

export type InternalName = keyof InternalOperations

export const INTERNAL_NAMES = [
  'branch.create',
  'staff.enter',
  'staff.insert',
  'staff.activate',
  'maintenance.findCustomer',
  'lobby.report',
  'arrivals.unreadable',
  'arrivals.rehearse',
  'imports.takeRejects',
  'followups.recordReprint',
  'audit.record',
  'referrals.bounce',
  'referrals.nextBounceAt',
  'followups.escalate',
  'followups.ladderDueAt',
  'notices.tellDue',
  'notices.tellDueAt',
  'notices.unshown',
  'notices.markShown',
] as const satisfies readonly InternalName[]

/** Asked of a reader thread, and of no interest to the audit: they tell the main process when to act. */
export const INTERNAL_READS = [
  'referrals.nextBounceAt',
  'followups.ladderDueAt',
  'notices.tellDueAt',
  'notices.unshown',
] as const satisfies readonly InternalName[]
export type InternalReadName = (typeof INTERNAL_READS)[number]

export function isInternalRead(name: string): name is InternalReadName {
  return INTERNAL_READS.some((read) => read === name)
}
