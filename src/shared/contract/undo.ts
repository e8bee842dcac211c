import { z } from 'zod'
import { COUNTER } from '../domain/branch/roles.ts'
import type { LeadTitle } from '../domain/work/lead.ts'
import type { CustomerLine } from './customers.ts'
import { command, query } from './operation.ts'

/** Whom a step was about, masked; a stranger in the lobby is known by their ticket, or else by when they came. */
export type StepSubject =
  | { readonly kind: 'customer'; readonly customer: CustomerLine }
  | {
      readonly kind: 'lead'
      readonly surname: string
      readonly title: LeadTitle
      readonly maskedPhone: string | null
      readonly ticket: string | null
    }
  | { readonly kind: 'ticket'; readonly ticket: string }
  /** UTC milliseconds. */
  | { readonly kind: 'visitor'; readonly arrivedAt: number }

/** Something that a member of the staff did, in the words of the audit. */
export interface DoneStep {
  /** The operation by its name. */
  readonly action: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  /** UTC milliseconds. */
  readonly at: number
  /** Null where it was about nobody, or nobody who is known. */
  readonly subject: StepSubject | null
}

/** The caller's newest step that can be taken back, until `untilAt` (UTC milliseconds). */
export interface UndoableStep extends DoneStep {
  readonly operationId: string
  readonly untilAt: number
}

/** Whether a step of today can be taken back as of the answer, and why not. */
export type StepState =
  | { readonly kind: 'open'; readonly operationId: string; readonly untilAt: number }
  /** It was taken back. */
  | { readonly kind: 'taken-back' }
  /** Something else was done since, and only the newest step can be taken back. */
  | { readonly kind: 'not-newest' }
  | { readonly kind: 'too-late' }
  /** Nothing takes back a step of this kind. */
  | { readonly kind: 'never' }

export interface DayStep extends DoneStep {
  /** The step's number in the audit. */
  readonly seq: number
  readonly state: StepState
}

export interface DayPage {
  readonly steps: readonly DayStep[]
  readonly nextCursor: string | null
}

export const undo = {
  /** The caller's newest step while it can be taken back; null where there is none. */
  newest: query('undo.newest', COUNTER, z.strictObject({}), {
    reads: ['undo_slip', 'customer', 'customer_facts', 'lead', 'staff', 'visit', 'visit_ticket'],
  }).returns<UndoableStep | null>(),
  /** Takes back the caller's newest step; any other is refused. */
  take: command('undo.take', COUNTER, z.strictObject({ operationId: z.uuid() })).returns<DoneStep>(),
  /** 我今天做的: what the caller wrote today, the newest first. */
  today: query(
    'undo.today',
    COUNTER,
    z.strictObject({
      cursor: z.string().max(16).regex(/^\d+$/).nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    { reads: ['audit', 'undo_slip', 'customer', 'customer_facts', 'lead', 'staff'] },
  ).returns<DayPage>(),
}
