import { z } from 'zod'
import type { DueRule } from '../domain/cadence.ts'
import { CHANNELS, OUTCOMES } from '../domain/contact.ts'
import type { FollowupGroup } from '../domain/followup-order.ts'
import { LEVELS } from '../domain/intent.ts'
import { LANGUAGES } from '../locale/languages.ts'
import { branchDay } from './branch-day.ts'
import type { CustomerLine, OpenIntent } from './customers.ts'
import { command, query, shellTask } from './operation.ts'
import { COUNTER } from './roles.ts'
import { ownerNo } from './staff-number.ts'

export type { FollowupGroup }

export interface FollowupRow {
  readonly intent: OpenIntent
  readonly customer: CustomerLine
  readonly group: FollowupGroup
  readonly priority: number
  readonly dueRule: DueRule | null
  /** Why a marketing contact is not allowed, by channel; null where it is. */
  readonly closedChannels: readonly (typeof CHANNELS)[number][]
  readonly lastContactOn: string | null
}

export interface FollowupList {
  readonly asOf: string
  readonly ownerNo: string
  readonly ownerName: string
  readonly rows: readonly FollowupRow[]
  readonly counts: Readonly<Record<FollowupGroup, number>>
}

export interface PrintedList {
  readonly printNo: number
  readonly ownerNo: string
  readonly ownerName: string
  readonly printedByNo: string
  readonly printedAt: number
  readonly asOf: string
  readonly shredBy: string
  readonly rowCount: number
}

export interface SheetRow {
  readonly row: number
  readonly barcode: string
  readonly line: FollowupRow
}

/** What the printed sheet shows; frozen when the list was printed. */
export interface DailySheet {
  readonly print: PrintedList
  readonly branchName: string
  readonly demo: boolean
  readonly rows: readonly SheetRow[]
}

export const followups = {
  /** The follow-ups of one person (the caller where `ownerNo` is null) as of a day (today where null). */
  list: query(
    'followups.list',
    COUNTER,
    z.strictObject({ ownerNo, asOf: branchDay.nullable().default(null) }),
  ).returns<FollowupList>(),
  previewDue: query(
    'followups.previewDue',
    COUNTER,
    z.strictObject({ level: z.enum(LEVELS), from: branchDay.nullable().default(null) }),
  ).returns<{ readonly warnOn: string; readonly dueOn: string; readonly rule: DueRule }>(),
  record: command(
    'followups.record',
    COUNTER,
    z.strictObject({
      intentUid: z.uuid(),
      channel: z.enum(CHANNELS),
      outcome: z.enum(OUTCOMES),
      /** Required while the intent stays open; null lets the cadence decide. */
      nextOn: branchDay.nullable().default(null),
      note: z.string().trim().max(500).default(''),
    }),
  ).returns<{ readonly open: boolean; readonly nextOn: string | null; readonly closedChannel: boolean }>(),
  /** Freezes a numbered list. Printing is `followups.print`, which calls this first. */
  freezeList: command(
    'followups.freezeList',
    COUNTER,
    z.strictObject({ ownerNo, asOf: branchDay.nullable().default(null) }),
  ).returns<PrintedList>(),
  /** A command, because reading a sheet is seeing everyone on it, and that is recorded (P2). */
  sheet: command(
    'followups.sheet',
    COUNTER,
    z.strictObject({ printNo: z.int().min(1) }),
  ).returns<DailySheet>(),
  prints: query('followups.prints', COUNTER, z.strictObject({})).returns<readonly PrintedList[]>(),
  /** A command, because a scan opens somebody of anyone's sheet, and that is recorded (P2). */
  findRow: command('followups.findRow', COUNTER, z.strictObject({ barcode: z.string().max(40) })).returns<{
    readonly printNo: number
    readonly row: number
    readonly stillOpen: boolean
    readonly line: FollowupRow
  }>(),
  /** Freezes, renders and keeps the PDF in memory for preview; nothing is written to disk. */
  print: shellTask(
    'followups.print',
    COUNTER,
    z.strictObject({
      language: z.enum(LANGUAGES).default('zh-CN'),
      ownerNo,
      asOf: branchDay.nullable().default(null),
    }),
  ).returns<{ readonly list: PrintedList; readonly pdf: Uint8Array }>(),
  /** Sends a rendered list to a printer through the system's dialog, or to a file the user chooses. */
  sendToPrinter: shellTask(
    'followups.sendToPrinter',
    COUNTER,
    z.strictObject({ printNo: z.int().min(1) }),
  ).returns<{ readonly sent: boolean }>(),
  savePdf: shellTask('followups.savePdf', COUNTER, z.strictObject({ printNo: z.int().min(1) })).returns<{
    readonly saved: boolean
  }>(),
}
