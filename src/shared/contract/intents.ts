import { z } from 'zod'
import { COUNTER, LOBBY_AND_UP } from '../domain/branch/roles.ts'
import type { Prohibition } from '../domain/consent/prohibitions.ts'
import { PRODUCT_CODES } from '../domain/customer/products.ts'
import { TIERS } from '../domain/customer/tiers.ts'
import type { DueRule } from '../domain/work/cadence.ts'
import { LEVELS, SIGNALS } from '../domain/work/intent.ts'
import type { InGrid } from '../domain/work/intent-grid.ts'
import type { CustomerLine, OpenIntent } from './customers.ts'
import { branchDay, consentAnswer, ownerNo, staffNo, strangerTicket, strangerVisit } from './fields.ts'
import { type ManyDone, manyUids } from './many.ts'
import { query, undoable } from './operation.ts'

export interface FlaggedIntent {
  readonly intent: OpenIntent
  /** False where an open intent for the product existed and this flag was added to it as evidence. */
  readonly created: boolean
  /** 待公布 (F3): the next date was counted where the official calendar is not out yet. */
  readonly unpublished: boolean
  /** The flag itself, which is one line of the intent's history. */
  readonly evidenceUid: string
  /** What stands against marketing to this person; a wish is noted all the same (L4). */
  readonly prohibitions: readonly Prohibition[]
}

export interface IntentRow {
  readonly intent: OpenIntent
  readonly customer: CustomerLine
  /** The value × intent grid's place (I3): 0 comes first. */
  readonly priority: number
  /** Why the next date is when it is (F3). */
  readonly dueRule: DueRule | null
  /** The last contact with the customer about anything, by anyone. */
  readonly lastContactOn: string | null
}

/** By what open intents are sorted: the grid (I3), the next date, the last contact, or whose they are. */
export const INTENT_SORTS = ['grid', 'due', 'contact', 'owner'] as const
export type IntentSort = (typeof INTENT_SORTS)[number]

export interface IntentPage {
  readonly rows: readonly IntentRow[]
  /** Of the whole list. */
  readonly total: number
  /** How many lie in each field of the grid, whichever field is chosen; a field without any is left out. */
  readonly cells: readonly (InGrid & { readonly count: number })[]
  readonly nextCursor: string | null
}

export const INTENT_OUTCOMES = ['converted', 'lost', 'mistaken'] as const

export const intents = {
  flag: undoable(
    'intents.flag',
    COUNTER,
    z.strictObject({
      customerUid: z.uuid(),
      product: z.enum(PRODUCT_CODES),
      level: z.enum(LEVELS),
      signals: z.array(z.enum(SIGNALS)).max(SIGNALS.length).default([]),
      note: z.string().trim().max(200).default(''),
      /**
       * Where somebody was being entered as a stranger and turned out to be this customer (L7): what they said to the
       * words they were shown, and the ticket they hold or the visit they were entered from.
       */
      enteredAsStranger: z
        .strictObject({ consent: consentAnswer, ticket: strangerTicket, visitUid: strangerVisit })
        .nullable()
        .default(null),
    }),
  ).returns<FlaggedIntent>(),
  close: undoable(
    'intents.close',
    COUNTER,
    z.strictObject({
      intentUid: z.uuid(),
      outcome: z.enum(INTENT_OUTCOMES),
      note: z.string().trim().max(200).default(''),
    }),
  ).returns<null>(),
  reassign: undoable(
    'intents.reassign',
    LOBBY_AND_UP,
    z.strictObject({ intentUid: z.uuid(), ownerNo: staffNo }),
  ).returns<OpenIntent>(),
  reassignMany: undoable(
    'intents.reassignMany',
    LOBBY_AND_UP,
    z.strictObject({ intentUids: manyUids, ownerNo: staffNo }),
  ).returns<ManyDone>(),
  moveDates: undoable(
    'intents.moveDates',
    COUNTER,
    z.strictObject({ intentUids: manyUids, nextOn: branchDay, reason: z.string().trim().max(200) }),
  ).returns<ManyDone>(),
  /** Open intents in the order that is asked for; keyset pages. */
  list: query(
    'intents.list',
    COUNTER,
    z.strictObject({
      ownerNo,
      product: z.enum(PRODUCT_CODES).nullable().default(null),
      tier: z.enum(TIERS).nullable().default(null),
      /** What is left of the level today (I1). */
      level: z
        .enum([...LEVELS, 'faded'])
        .nullable()
        .default(null),
      cell: z
        .union([z.strictObject({ value: z.enum(LEVELS), level: z.enum(LEVELS) }), z.literal('faded')])
        .nullable()
        .default(null),
      /** At least so many days without a contact with the customer; somebody never contacted counts. */
      quietDays: z.int().min(1).max(3650).nullable().default(null),
      sort: z.enum(INTENT_SORTS).default('grid'),
      reversed: z.boolean().default(false),
      /** The uid of the intent that the page follows. */
      cursor: z.uuid().nullable().default(null),
      limit: z.int().min(1).max(500).default(200),
    }),
    {
      reads: [
        'intent',
        'intent_evidence',
        'customer',
        'customer_facts',
        'staff',
        'setting',
        'year_notice',
        'day_override',
      ],
    },
  ).returns<IntentPage>(),
}
