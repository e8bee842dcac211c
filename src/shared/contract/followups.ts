import { z } from 'zod'
import type { PaperListName } from '../domain/branch/list-columns.ts'
import { COUNTER, type Role, SHARING_OUT } from '../domain/branch/roles.ts'
import { PRODUCT_CODES } from '../domain/customer/products.ts'
import type { DueRule } from '../domain/work/cadence.ts'
import { CHANNELS, OUTCOMES, OUTCOMES_WITHOUT_INTENT } from '../domain/work/contact.ts'
import type { RowFate } from '../domain/work/evening-check.ts'
import { FOLLOWUP_GROUPS, type FollowupGroup } from '../domain/work/followup-order.ts'
import { LEVELS } from '../domain/work/intent.ts'
import { LANGUAGES } from '../locale/languages.ts'
import type { ContactToCorrect } from './contact-versions.ts'
import type { CustomerLine, OpenIntent } from './customers.ts'
import { branchDay, ownerNo } from './fields.ts'
import { command, query, shellTask, undoable } from './operation.ts'

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

/** By what follow-ups are sorted: as the daily list is (F5), by next date, by last contact, or by the grid alone (I3). */
export const FOLLOWUP_SORTS = ['daily', 'due', 'contact', 'grid'] as const
export type FollowupSort = (typeof FOLLOWUP_SORTS)[number]

export interface FollowupList {
  readonly asOf: string
  readonly ownerNo: string
  readonly ownerName: string
  readonly rows: readonly FollowupRow[]
  /** Of all the work of that person, however it is filtered. */
  readonly counts: Readonly<Record<FollowupGroup, number>>
  /** Of the list as it is filtered, however many of them are in the rows. */
  readonly total: number
}

/** One person's list of a day, the whole branch's morning sheet, or a list as it stands on its screen. */
export type ListKind = 'daily' | 'morning' | PaperListName

export interface PrintedList {
  readonly printNo: number
  readonly kind: ListKind
  readonly ownerNo: string
  readonly ownerName: string
  readonly printedByNo: string
  readonly printedAt: number
  readonly asOf: string
  readonly shredBy: string
  readonly rowCount: number
}

/** What a list would be on paper: without a number it is no print yet, and nothing is kept of it. */
export interface DraftList extends Omit<PrintedList, 'printNo'> {
  readonly printNo: null
}

export interface SheetRow {
  readonly row: number
  /** Null on a draft, whose rows nobody may come back to. */
  readonly barcode: string | null
  readonly line: FollowupRow
}

/** What the printed sheet shows; frozen when the list was printed, and as it stands now on a draft. */
export interface DailySheet {
  readonly print: PrintedList | DraftList
  readonly branchName: string
  readonly demo: boolean
  readonly rows: readonly SheetRow[]
}

/** One person's part of the morning sheet. */
export interface MorningPart {
  readonly no: string
  readonly name: string
  readonly role: Role
  /** Everything open in their hands. */
  readonly load: number
  /** Referrals that wait for them to accept. */
  readonly referralsWaiting: number
  /** What is late or due today. */
  readonly rows: readonly SheetRow[]
  /** Their customers' days worth a word, the most valuable customers first. */
  readonly occasions: readonly Occasion[]
}

export interface Occasion {
  readonly kind: 'birthday' | 'maturity'
  readonly on: string
  readonly customer: CustomerLine
}

/** 晨会单: who has what to do today. */
export interface MorningSheet {
  readonly print: PrintedList | DraftList
  readonly branchName: string
  readonly demo: boolean
  readonly parts: readonly MorningPart[]
}

/** What became of a printed row by the evening. */
export interface CheckedRow {
  readonly printNo: number
  readonly row: number
  readonly fate: RowFate
  /** Whether anybody spoke with the customer about it since the morning. */
  readonly touched: boolean
  readonly ownerNo: string
  readonly line: FollowupRow
}

/** 夕会核对: the day's printed rows, those that are still to be done first. */
export interface EveningCheck {
  readonly asOf: string
  readonly prints: readonly number[]
  readonly counts: Readonly<Record<RowFate | 'untouched', number>>
  readonly rows: readonly CheckedRow[]
}

/** A contact or a note is a few sentences. Our own default. */
export const NOTE_LENGTH = 500

/** A contact is about an intent, or about a customer: then there is no business to be done and no date to agree on. */
function isAboutOne(contact: {
  readonly intentUid: string | null
  readonly customerUid: string | null
  readonly outcome: (typeof OUTCOMES)[number]
  readonly nextOn: string | null
}): boolean {
  const { intentUid, customerUid, outcome, nextOn } = contact
  if ((intentUid === null) === (customerUid === null)) return false
  return intentUid !== null || (OUTCOMES_WITHOUT_INTENT.includes(outcome) && nextOn === null)
}

export const followups = {
  /** The follow-ups of one person (the caller where `ownerNo` is null) as of a day (today where null). */
  list: query(
    'followups.list',
    COUNTER,
    z.strictObject({
      ownerNo,
      asOf: branchDay.nullable().default(null),
      group: z.enum(FOLLOWUP_GROUPS).nullable().default(null),
      product: z.enum(PRODUCT_CODES).nullable().default(null),
      /** What is left of the level on that day (I1). */
      level: z
        .enum([...LEVELS, 'faded'])
        .nullable()
        .default(null),
      sort: z.enum(FOLLOWUP_SORTS).default('daily'),
      reversed: z.boolean().default(false),
    }),
    {
      reads: [
        'intent',
        'intent_evidence',
        'contact',
        'customer',
        'customer_facts',
        'lead',
        'staff',
        'consent',
        'refusal',
        'complaint',
        'setting',
        'year_notice',
        'day_override',
      ],
    },
  ).returns<FollowupList>(),
  previewDue: query(
    'followups.previewDue',
    COUNTER,
    z.strictObject({ level: z.enum(LEVELS), from: branchDay.nullable().default(null) }),
    { reads: ['setting', 'year_notice', 'day_override'] },
  ).returns<{ readonly warnOn: string; readonly dueOn: string; readonly rule: DueRule }>(),
  record: undoable(
    'followups.record',
    COUNTER,
    z
      .strictObject({
        /** What it was about; null where it belongs to no intent, and then the customer is named. */
        intentUid: z.uuid().nullable().default(null),
        customerUid: z.uuid().nullable().default(null),
        channel: z.enum(CHANNELS),
        outcome: z.enum(OUTCOMES),
        /** While the intent stays open; null lets the cadence decide. */
        nextOn: branchDay.nullable().default(null),
        note: z.string().trim().max(NOTE_LENGTH).default(''),
      })
      .refine(isAboutOne, { message: 'followups.unclear' }),
  ).returns<{ readonly open: boolean; readonly nextOn: string | null; readonly closedChannel: boolean }>(),
  /** Keeps a note about a customer: a record without a channel, which counts as no contact. */
  note: undoable(
    'followups.note',
    COUNTER,
    z.strictObject({ customerUid: z.uuid(), note: z.string().trim().min(1).max(NOTE_LENGTH) }),
  ).returns<null>(),
  /**
   * A contact as it stands, for whoever may correct it: its author, and the head with the customer's panel open. Its
   * words are masked as everywhere.
   */
  contact: query('followups.contact', COUNTER, z.strictObject({ contactUid: z.uuid() }), {
    reads: [
      'contact',
      'contact_version',
      'intent',
      'customer',
      'customer_facts',
      'staff',
      'consent',
      'lead',
      'refusal',
      'complaint',
    ],
  }).returns<ContactToCorrect>(),
  /** Corrects a recorded contact and keeps what it said before. */
  correct: undoable(
    'followups.correct',
    COUNTER,
    z.strictObject({
      contactUid: z.uuid(),
      channel: z.enum(CHANNELS),
      outcome: z.enum(OUTCOMES),
      /** Null keeps the note: a reader has it masked, and what was masked must not be written over the words behind it. */
      note: z.string().trim().max(NOTE_LENGTH).nullable().default(null),
      reason: z.string().trim().max(200).default(''),
    }),
  ).returns<null>(),
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
  /** The list as it would go on paper now, to look at: it takes no number. A command, as `followups.sheet` is. */
  draftList: command(
    'followups.draftList',
    COUNTER,
    z.strictObject({ ownerNo, asOf: branchDay.nullable().default(null) }),
  ).returns<DailySheet>(),
  /** The morning sheet in the same way. */
  draftMorning: command('followups.draftMorning', SHARING_OUT, z.strictObject({})).returns<MorningSheet>(),
  prints: query('followups.prints', COUNTER, z.strictObject({}), {
    reads: ['list_print', 'list_print_row', 'list_print_person', 'list_print_work', 'staff'],
  }).returns<readonly PrintedList[]>(),
  /** A command, because a scan opens somebody of anyone's sheet, and that is recorded (P2). */
  findRow: command('followups.findRow', COUNTER, z.strictObject({ barcode: z.string().max(40) })).returns<{
    readonly printNo: number
    readonly row: number
    readonly stillOpen: boolean
    readonly line: FollowupRow
  }>(),
  /** Freezes the branch's morning sheet. Printing is `followups.printMorning`, which calls this first. */
  freezeMorning: command('followups.freezeMorning', SHARING_OUT, z.strictObject({})).returns<PrintedList>(),
  /** A command, as `followups.sheet` is. */
  morningSheet: command(
    'followups.morningSheet',
    SHARING_OUT,
    z.strictObject({ printNo: z.int().min(1) }),
  ).returns<MorningSheet>(),
  /** Renders a draft of the morning sheet, as `followups.preview` does of a list. */
  previewMorning: shellTask(
    'followups.previewMorning',
    SHARING_OUT,
    z.strictObject({ language: z.enum(LANGUAGES).default('zh-CN') }),
  ).returns<{ readonly list: DraftList; readonly pdf: Uint8Array }>(),
  /** Freezes, renders and keeps the morning sheet, as `followups.print` does a list. */
  printMorning: shellTask(
    'followups.printMorning',
    SHARING_OUT,
    z.strictObject({ language: z.enum(LANGUAGES).default('zh-CN') }),
  ).returns<{ readonly list: PrintedList; readonly pdf: Uint8Array }>(),
  /** What became of the rows printed for a day (today where null). */
  eveningCheck: query(
    'followups.eveningCheck',
    SHARING_OUT,
    z.strictObject({ asOf: branchDay.nullable().default(null) }),
    {
      reads: [
        'list_print',
        'list_print_row',
        'intent',
        'intent_evidence',
        'contact',
        'customer',
        'customer_facts',
        'lead',
        'staff',
        'consent',
        'refusal',
        'complaint',
        'setting',
        'year_notice',
        'day_override',
      ],
    },
  ).returns<EveningCheck>(),
  /** Renders a draft of the list to look at. It takes no number, leaves no record, and the evening check knows nothing of it. */
  preview: shellTask(
    'followups.preview',
    COUNTER,
    z.strictObject({
      language: z.enum(LANGUAGES).default('zh-CN'),
      ownerNo,
      asOf: branchDay.nullable().default(null),
    }),
  ).returns<{ readonly list: DraftList; readonly pdf: Uint8Array }>(),
  /** Freezes and renders the list and keeps the PDF in memory, when it is about to be printed or saved. */
  print: shellTask(
    'followups.print',
    COUNTER,
    z.strictObject({
      language: z.enum(LANGUAGES).default('zh-CN'),
      ownerNo,
      asOf: branchDay.nullable().default(null),
    }),
  ).returns<{ readonly list: PrintedList; readonly pdf: Uint8Array }>(),
  /** Renders a list that was printed before, from its frozen rows, with a watermark that says so. */
  printAgain: shellTask(
    'followups.printAgain',
    COUNTER,
    z.strictObject({ printNo: z.int().min(1), language: z.enum(LANGUAGES).default('zh-CN') }),
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
