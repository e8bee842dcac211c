import { z } from 'zod'
import { COUNTER, LOBBY_AND_UP } from '../domain/branch/roles.ts'
import type { Prohibition } from '../domain/consent/prohibitions.ts'
import type { CustomerFacts } from '../domain/customer/customer-facts.ts'
import { type CustomerField, type FieldClass, REVEAL_GROUPS } from '../domain/customer/field-access.ts'
import type { FINDINGS, Finding } from '../domain/customer/findings.ts'
import type { ProductCode } from '../domain/customer/products.ts'
import type { Tier } from '../domain/customer/tiers.ts'
import { TIMELINE_KINDS, type TimelineKind } from '../domain/customer/timeline.ts'
import type { ValueLevel } from '../domain/customer/value.ts'
import type { IntentLevel, Signal } from '../domain/work/intent.ts'
import type { ContactVersions } from './contact-versions.ts'
import type { CustomerLine } from './customer-line.ts'
import { type CustomerPage, type CustomerRow, customerListRequest, type ListTotal } from './customer-lists.ts'
import { branchDay } from './fields.ts'
import { command, look, query } from './operation.ts'

export {
  CUSTOMER_FIELDS,
  type CustomerField,
  REVEAL_GROUPS,
  type RevealGroup,
} from '../domain/customer/field-access.ts'
export type { CustomerLine, MatchedKey } from './customer-line.ts'

/** A ticket that was drawn today. */
export interface TicketHit {
  readonly ticket: string
  readonly visitUid: string
  /** Null where it is a stranger's. */
  readonly customerUid: string | null
}

export interface SearchResult {
  /** The ticket that the text names; its person stands first in the lines. */
  readonly ticket: TicketHit | null
  readonly lines: readonly CustomerLine[]
  /** True where more people match than were returned. */
  readonly more: boolean
}

/** A page of everyone that a text finds. */
export interface FoundPage {
  /** The ticket that the text names; its person stands first. */
  readonly ticket: TicketHit | null
  readonly lines: readonly CustomerRow[]
  readonly nextCursor: string | null
  /** Null on every page but the first. */
  readonly total: ListTotal | null
}

/** A value on the panel with where it came from and when. `text` is masked unless it was revealed to this reader. */
export interface SourcedField {
  readonly field: CustomerField
  readonly text: string
  readonly class: FieldClass
  readonly masked: boolean
  readonly source: string
  readonly asOf: string
}

export interface Holding {
  readonly kind: 'demand' | 'term' | 'wealth' | 'fund' | 'insurance' | 'loan' | 'card'
  readonly productName: string
  readonly maskedKey: string
  /** Null where neither the extract nor the transactions tell it. */
  readonly balanceFen: number | null
  readonly maturesOn: string | null
  readonly ratePercent: number | null
  readonly status: string
}

export interface OpenIntent {
  readonly uid: string
  readonly product: ProductCode
  readonly level: IntentLevel
  /** The level after the silence since the last evidence (I1); `faded` when nothing is left of it. */
  readonly currentLevel: IntentLevel | 'faded'
  readonly signals: readonly Signal[]
  readonly lastEvidenceOn: string
  readonly ownerNo: string
  readonly ownerName: string
  /** Who flagged it first. */
  readonly createdBy: string
  readonly warnOn: string
  readonly nextOn: string
}

export interface TimelineEntry {
  readonly id: string
  readonly on: string
  readonly kind: TimelineKind
  readonly code: string
  readonly channel: string | null
  readonly direction: 'in' | 'out' | null
  readonly amountFen: number | null
  /** Free text written by staff or brought by an import; rendered as text, never as markup. */
  readonly text: string | null
  readonly staffName: string | null
  /** What an intent, a flag or a contact was about, how much it was wanted, and what spoke for it. */
  readonly product: ProductCode | null
  readonly level: IntentLevel | null
  readonly signals: readonly Signal[]
  /** Of a contact that staff recorded, what a correction needs; null of everything else. */
  readonly contact: ContactVersions | null
}

/** What transactions came to. */
export interface TimelineSums {
  readonly inFen: number
  readonly outFen: number
  readonly count: number
}

export interface TimelinePage {
  readonly entries: readonly TimelineEntry[]
  readonly nextCursor: string | null
  /** Of all pages, with the first; null on the others, and where the filter leaves transactions out. */
  readonly sums: TimelineSums | null
}

export interface MonthPoint {
  readonly month: string
  readonly inFen: number
  readonly outFen: number
  readonly endBalanceFen: number
}

export interface Customer360 {
  readonly uid: string
  readonly customerNo: string
  /** People the reader saw today, once the daily cap is near (P2). */
  readonly viewWarning: { readonly seen: number; readonly cap: number } | null
  readonly fields: readonly SourcedField[]
  readonly ageYears: number | null
  readonly idChecked: boolean | null
  readonly tier: Tier
  readonly nextTier: { readonly tier: Tier; readonly gapFen: number; readonly addTodayFen: number } | null
  readonly value: ValueLevel
  readonly facts: CustomerFacts
  readonly findings: readonly Finding[]
  readonly prohibitions: readonly Prohibition[]
  readonly holdings: readonly Holding[]
  readonly months: readonly MonthPoint[]
  readonly intents: readonly OpenIntent[]
  readonly lastContacts: readonly TimelineEntry[]
  readonly sinceLastVisit: { readonly lastVisitOn: string | null; readonly entries: readonly TimelineEntry[] }
  readonly tags: readonly { readonly kind: string; readonly text: string }[]
  readonly household: readonly CustomerLine[]
  /** Other records that were merged into this person, newest first; each can be taken out again. */
  readonly mergedRecords: readonly {
    readonly uid: string
    readonly customerNo: string
    readonly reason: string
  }[]
}

const customerUid = z.uuid()

export interface DuplicatePair {
  readonly uid: string
  readonly reason: 'same-id' | 'same-phone' | 'same-name-and-birth'
  readonly left: CustomerLine
  readonly right: CustomerLine
}

/** Both sides of a pair, field beside field and masked. */
export interface ComparedPair {
  readonly left: readonly SourcedField[]
  readonly right: readonly SourcedField[]
}

export const customers = {
  search: query(
    'customers.search',
    COUNTER,
    z.strictObject({ text: z.string().max(64), limit: z.int().min(1).max(50).default(20) }),
    { reads: ['customer', 'customer_facts', 'search_key', 'visit', 'visit_ticket', 'lead', 'staff'] },
  ).returns<SearchResult>(),
  /** How many people a text finds, up to where counting takes too long. */
  countFound: query('customers.countFound', COUNTER, z.strictObject({ text: z.string().max(64) }), {
    reads: ['search_key', 'customer'],
  }).returns<ListTotal>(),
  /** Everyone that a text finds, the best first, page by page. */
  found: query(
    'customers.found',
    COUNTER,
    z.strictObject({
      text: z.string().max(64),
      cursor: customerUid.nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    {
      reads: [
        'customer',
        'customer_facts',
        'search_key',
        'consent',
        'intent',
        'intent_evidence',
        'lead',
        'staff',
        'setting',
        'visit',
        'visit_ticket',
      ],
    },
  ).returns<FoundPage>(),
  /** The people of a list in its order; keyset pages. */
  browse: query(
    'customers.browse',
    COUNTER,
    customerListRequest.safeExtend({
      cursor: customerUid.nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    {
      reads: [
        'customer',
        'customer_facts',
        'customer_count',
        'consent',
        'intent',
        'intent_evidence',
        'lead',
        'staff',
        'setting',
      ],
    },
  ).returns<CustomerPage>(),
  counts: query('customers.counts', COUNTER, z.strictObject({}), {
    reads: ['customer_count'],
  }).returns<{
    readonly customers: number
    readonly byFinding: Readonly<Record<(typeof FINDINGS)[number], number>>
    readonly byTier: Readonly<Record<Tier, number>>
  }>(),
  /**
   * Opens the panel. A command, because seeing a person is itself recorded (P2) and counted against the daily cap. An
   * import's changes wait until somebody chooses the person anew.
   */
  open: look('customers.open', COUNTER, z.strictObject({ uid: customerUid }), {
    follows: [
      'intent',
      'intent_evidence',
      'contact',
      'contact_version',
      'customer_note',
      'refusal',
      'consent',
      'complaint',
    ],
  }).returns<Customer360>(),
  timeline: query(
    'customers.timeline',
    COUNTER,
    z.strictObject({
      uid: customerUid,
      /** Empty for all four kinds of fact (C3). */
      kinds: z.array(z.enum(TIMELINE_KINDS)).max(4).default([]),
      fromOn: branchDay.nullable().default(null),
      toOn: branchDay.nullable().default(null),
      /** Transactions of at least that much, and nothing else. */
      minFen: z.int().min(1).nullable().default(null),
      /** What the line, as it is shown, has to say somewhere. */
      text: z.string().trim().max(40).default(''),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    {
      reads: [
        'customer',
        'txn',
        'timeline_event',
        'contact',
        'contact_version',
        'customer_note',
        'intent',
        'intent_evidence',
        'lead',
        'staff',
      ],
    },
  ).returns<TimelinePage>(),
  reveal: command(
    'customers.reveal',
    COUNTER,
    z.strictObject({ uid: customerUid, group: z.enum(REVEAL_GROUPS), reason: z.string().trim().max(200) }),
  ).returns<readonly SourcedField[]>(),
  duplicates: query(
    'customers.duplicates',
    LOBBY_AND_UP,
    z.strictObject({ limit: z.int().min(1).max(50).default(20) }),
    { reads: ['duplicate_pair', 'customer', 'customer_facts'] },
  ).returns<{ readonly pairs: readonly DuplicatePair[]; readonly open: number }>(),
  /** A command, because the fields of two people are seen, and that is recorded (P2). */
  comparePair: command(
    'customers.comparePair',
    LOBBY_AND_UP,
    z.strictObject({ pairUid: z.uuid() }),
  ).returns<ComparedPair>(),
  decideDuplicate: command(
    'customers.decideDuplicate',
    LOBBY_AND_UP,
    z.strictObject({ pairUid: z.uuid(), decision: z.enum(['same', 'different']) }),
  ).returns<{ readonly keptUid: string }>(),
  /** Asks again whether two records are one person, where somebody had answered that they are not. */
  undoDifferent: command(
    'customers.undoDifferent',
    LOBBY_AND_UP,
    z.strictObject({ pairUid: z.uuid() }),
  ).returns<null>(),
  undoMerge: command('customers.undoMerge', LOBBY_AND_UP, z.strictObject({ uid: customerUid })).returns<{
    readonly uid: string
  }>(),
}
