import { z } from 'zod'
import { COUNTER, LOBBY_AND_UP, type Role } from '../domain/branch/roles.ts'
import type { ConsentPurpose, ConsentText } from '../domain/consent/consent.ts'
import { PRODUCT_CODES, type ProductCode } from '../domain/customer/products.ts'
import type { DueRule } from '../domain/work/cadence.ts'
import { type IntentLevel, LEVELS } from '../domain/work/intent.ts'
import {
  LEAD_SOURCES,
  LEAD_STATES,
  LEAD_TITLES,
  type LeadSource,
  type LeadState,
  type LeadTitle,
  LOST_REASONS,
  type LostReason,
  type OpenLeadState,
} from '../domain/work/lead.ts'
import type { CustomerLine } from './customers.ts'
import { branchDay, consentAnswer, ownerNo, staffNo, strangerTicket, strangerVisit } from './fields.ts'
import { type ManyDone, manyUids } from './many.ts'
import { command, query, undoable } from './operation.ts'

/** A stranger as windows may know them: a surname is no more than a mask leaves of a customer's name. */
export interface LeadLine {
  readonly uid: string
  readonly surname: string
  readonly title: LeadTitle
  /** `138****5678`, or `****5678` where only the tail was told. */
  readonly maskedPhone: string | null
  /** Whether there is a whole number to be revealed. */
  readonly hasPhone: boolean
  readonly ticket: string | null
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly state: LeadState
  readonly source: LeadSource
  readonly ownerNo: string | null
  readonly ownerName: string
  readonly note: string
  readonly warnOn: string | null
  readonly nextOn: string | null
  readonly dueRule: DueRule | null
  readonly lostReason: LostReason | null
  readonly createdByName: string
  /** UTC milliseconds. */
  readonly createdAt: number
  /** Who the stranger turned out to be, and since which day that is known. */
  readonly customer: CustomerLine | null
  readonly joinedOn: string | null
  /** The value × intent grid's place (I3): 0 comes first. */
  readonly priority: number
}

/** A lead in a list. */
export interface LeadRow extends LeadLine {
  /** When somebody of the branch last spoke with them, as a lead or as the customer they turned out to be. */
  readonly lastContactOn: string | null
}

/** By what open leads are sorted: the grid (I3), the next date, the last contact, or whose they are. */
export const LEAD_SORTS = ['grid', 'due', 'contact', 'owner'] as const
export type LeadSort = (typeof LEAD_SORTS)[number]

export interface LeadStep {
  readonly kind: 'saved' | 'asked-again' | 'moved' | 'handed-on' | 'joined'
  readonly state: LeadState
  readonly note: string
  readonly at: number
  readonly staffName: string
  readonly product: ProductCode | null
  readonly level: IntentLevel | null
  /** Whom it was handed to. */
  readonly toName: string | null
}

export interface LeadDossier {
  readonly lead: LeadLine
  readonly steps: readonly LeadStep[]
  readonly consents: readonly {
    readonly purpose: ConsentPurpose
    readonly given: boolean
    readonly textVersion: number | null
    readonly at: number
  }[]
  /** Whether the reader may move it: its owner, or who shares out the work. */
  readonly mayMove: boolean
}

/** A stranger who was here before, as everybody at the counter may know them: enough to say that it is they. */
export type FoundLead = Pick<
  LeadLine,
  'uid' | 'surname' | 'title' | 'maskedPhone' | 'product' | 'level' | 'ownerName' | 'customer'
>

/** Somebody who may be the stranger, masked. */
export interface SameStranger {
  /** Open leads; the first may be certain to be the same: the same whole phone, or the same ticket today. */
  readonly leads: readonly LeadLine[]
  readonly certain: boolean
  /** People the bank knows by that number. */
  readonly customers: readonly CustomerLine[]
}

export type SavedLead =
  | { readonly saved: true; readonly lead: LeadLine; readonly created: boolean }
  | { readonly saved: false; readonly same: SameStranger }

/** Open work of one person, for whoever assigns. */
export interface OpenLoad {
  readonly no: string
  readonly name: string
  readonly role: Role
  readonly intents: number
  readonly leads: number
  readonly referrals: number
  /** Of intents and leads: the next date lies before today. */
  readonly overdue: number
}

const leadUid = z.uuid()
const note = z.string().trim().max(200).default('')
/** Whose leads: those I own, those I entered, or the branch's for who shares out the work. */
export const LEADS_OF = ['mine', 'entered', 'branch'] as const
const whose = z.enum(LEADS_OF).default('mine')

/** What became of the question whether this is somebody known. */
const identity = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('unknown') }),
  /** The same stranger as an open lead. */
  z.strictObject({ as: z.literal('lead'), leadUid }),
  /** Somebody else than everyone who was offered. */
  z.strictObject({ as: z.literal('another') }),
])

export const leads = {
  /**
   * Saves a stranger (L7). Where they may be somebody known, nothing is saved and the masked previews come back; the
   * second call says who it is.
   */
  save: undoable(
    'leads.save',
    COUNTER,
    z.strictObject({
      surname: z.string().trim().min(1).max(40),
      title: z.enum(LEAD_TITLES),
      phone: z.string().trim().max(40).nullable().default(null),
      phoneTail: z
        .string()
        .regex(/^\d{4}$/)
        .nullable()
        .default(null),
      ticket: strangerTicket,
      visitUid: strangerVisit,
      product: z.enum(PRODUCT_CODES),
      level: z.enum(LEVELS),
      note,
      source: z.enum(LEAD_SOURCES).default('branch'),
      consent: consentAnswer,
      identity: identity.default({ as: 'unknown' }),
    }),
  ).returns<SavedLead>(),
  advance: undoable(
    'leads.advance',
    COUNTER,
    z.strictObject({
      leadUid,
      to: z.enum(LEAD_STATES),
      lostReason: z.enum(LOST_REASONS).nullable().default(null),
      nextOn: branchDay.nullable().default(null),
      note,
    }),
  ).returns<LeadLine>(),
  reassign: undoable(
    'leads.reassign',
    LOBBY_AND_UP,
    z.strictObject({ leadUid, ownerNo: staffNo }),
  ).returns<LeadLine>(),
  reassignMany: undoable(
    'leads.reassignMany',
    LOBBY_AND_UP,
    z.strictObject({ leadUids: manyUids, ownerNo: staffNo }),
  ).returns<ManyDone>(),
  /** Open leads in the order that is asked for, closed ones the latest first; keyset pages. */
  list: query(
    'leads.list',
    COUNTER,
    z.strictObject({
      whose,
      ownerNo,
      state: z.enum(['open', ...LEAD_STATES]).default('open'),
      source: z.enum(LEAD_SOURCES).nullable().default(null),
      product: z.enum(PRODUCT_CODES).nullable().default(null),
      level: z.enum(LEVELS).nullable().default(null),
      /** Of open leads. */
      sort: z.enum(LEAD_SORTS).default('grid'),
      reversed: z.boolean().default(false),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    { reads: ['lead', 'lead_step', 'staff', 'customer', 'customer_facts'] },
  ).returns<{ readonly leads: readonly LeadRow[]; readonly nextCursor: string | null }>(),
  /** Open leads of strangers who come again, by the number they say (L2). */
  find: query('leads.find', COUNTER, z.strictObject({ text: z.string().max(64) }), {
    reads: ['lead', 'staff', 'customer', 'customer_facts'],
  }).returns<readonly FoundLead[]>(),
  /** How many open leads stand in each state. */
  counts: query('leads.counts', COUNTER, z.strictObject({ whose, ownerNo }), { reads: ['lead'] }).returns<
    Readonly<Record<OpenLeadState, number>>
  >(),
  /** One lead with its history. A command, because seeing a stranger's record is itself recorded (P2). */
  open: command('leads.open', COUNTER, z.strictObject({ leadUid })).returns<LeadDossier>(),
  reveal: command(
    'leads.reveal',
    COUNTER,
    z.strictObject({ leadUid, reason: z.string().trim().max(200) }),
  ).returns<{ readonly phone: string }>(),
  load: query('leads.load', COUNTER, z.strictObject({}), {
    reads: ['lead', 'intent', 'referral', 'staff'],
  }).returns<readonly OpenLoad[]>(),
  consentText: query('leads.consentText', COUNTER, z.strictObject({}), {
    reads: ['consent_text'],
  }).returns<ConsentText>(),
}
