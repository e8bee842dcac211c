import { z } from 'zod'
import { COUNTER } from '../domain/branch/roles.ts'
import { PRODUCT_CODES, type ProductCode } from '../domain/customer/products.ts'
import {
  ARRIVAL_SOURCES,
  type ArrivalSource,
  BUSINESSES,
  type Business,
  VISIT_MOVES,
  type VisitStatus,
} from '../domain/lobby/visit.ts'
import type { Prompt, PromptBlock } from '../domain/prompts/prompts.ts'
import type { CustomerLine } from './customers.ts'
import { ticket } from './fields.ts'
import { query, undoable } from './operation.ts'

/** A person's or a stranger's time in the branch, as the board shows it. Every personal field is masked. */
export interface Visit extends VisitStatus {
  readonly uid: string
  /** In the order in which they were drawn; somebody may hold several, or none. */
  readonly tickets: readonly string[]
  /** What they came for; null until somebody asked, or a machine said it. */
  readonly business: Business | null
  readonly arrivedAt: number
  readonly waitedUntilAt: number | null
  /** Null for a stranger. */
  readonly customer: CustomerLine | null
  /** The lead that a stranger is known as; a title and a surname are what was asked of them. */
  readonly lead: {
    readonly uid: string
    readonly surname: string
    readonly title: 'mr' | 'ms' | 'other'
  } | null
  readonly servedByName: string | null
  readonly source: ArrivalSource
  /** What the first contact found out (L5): the product they would hear about. */
  readonly clue: ProductCode | null
  /** No marketing prompt for this visit (L5). */
  readonly doNotDisturb: boolean
}

/** A visit with the first thing to say, and why something is not said, while there is somebody to say it to (L1, L3, L4). */
export interface BoardVisit extends Visit {
  readonly prompt: Prompt | null
  readonly blocks: readonly PromptBlock[]
}

/** Two visitors who stood as one (L1). */
export interface PartedVisits {
  /** Who it was taken for, with the tickets that are left. */
  readonly visit: Visit
  /** Somebody else, with the other ticket; a stranger until they are identified. */
  readonly parted: Visit
}

export interface Board {
  /** Those who wait or are served first, by arrival; then those who went, the latest first. */
  readonly visits: readonly BoardVisit[]
  readonly counts: {
    readonly arrived: number
    readonly waiting: number
    /** As of the answer; those who still wait count with their time so far. */
    readonly averageWaitMs: number
  }
}

export interface Arrived {
  /** `joined` where the person was here already and this is another ticket or another report of them. */
  readonly outcome: 'arrived' | 'joined'
  readonly visit: Visit
}

const visitUid = z.uuid()
/** What is known of somebody who is here. */
const identity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), customerUid: z.uuid() }),
  z.strictObject({ kind: z.literal('lead'), leadUid: z.uuid() }),
  z.strictObject({ kind: z.literal('stranger') }),
])
export type VisitIdentity = z.output<typeof identity>

export const lobby = {
  /** Today's visits (L1). */
  board: query('lobby.board', COUNTER, z.strictObject({}), {
    reads: [
      'visit',
      'visit_ticket',
      'customer',
      'customer_facts',
      'lead',
      'staff',
      'prompt',
      'contact',
      'intent',
      'referral',
      'refusal',
      'consent',
      'complaint',
      'setting',
    ],
  }).returns<Board>(),
  /** The open visit of a person; null where they are not here. */
  visitOf: query('lobby.visitOf', COUNTER, z.strictObject({ customerUid: z.uuid() }), {
    reads: ['visit', 'visit_ticket', 'customer', 'customer_facts', 'lead', 'staff'],
  }).returns<Visit | null>(),
  arrive: undoable(
    'lobby.arrive',
    COUNTER,
    z.strictObject({
      ticket: ticket.nullable().default(null),
      business: z.enum(BUSINESSES).nullable().default(null),
      who: identity.default({ kind: 'stranger' }),
      source: z.enum(ARRIVAL_SOURCES).default('hand'),
    }),
  ).returns<Arrived>(),
  /** Says who a visitor is (L2); joins them to the visit that the person has already. */
  identify: undoable(
    'lobby.identify',
    COUNTER,
    z.strictObject({ visitUid, who: identity }),
  ).returns<Arrived>(),
  advance: undoable(
    'lobby.advance',
    COUNTER,
    z.strictObject({ visitUid, move: z.enum(VISIT_MOVES) }),
  ).returns<Visit>(),
  /** A ticket that was taken for somebody's second one is another visitor's (L1). */
  part: undoable('lobby.part', COUNTER, z.strictObject({ visitUid, ticket })).returns<PartedVisits>(),
  /** What the first contact found out (L5). */
  firstContact: undoable(
    'lobby.firstContact',
    COUNTER,
    z.strictObject({
      visitUid,
      found: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('business'), business: z.enum(BUSINESSES) }),
        z.strictObject({ kind: z.literal('clue'), product: z.enum(PRODUCT_CODES).nullable() }),
        z.strictObject({ kind: z.literal('do-not-disturb'), on: z.boolean() }),
      ]),
    }),
  ).returns<Visit>(),
}
