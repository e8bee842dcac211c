import { z } from 'zod'
import { COUNTER, LOBBY_AND_KEEPERS, type Role } from '../domain/branch/roles.ts'
import type { Prohibition } from '../domain/consent/prohibitions.ts'
import { PRODUCT_CODES } from '../domain/customer/products.ts'
import { LEVELS } from '../domain/work/intent.ts'
import {
  REFERRAL_OUTCOMES,
  REFERRAL_STATES,
  type ReferralEvent,
  type ReferralState,
} from '../domain/work/referral.ts'
import { ROUTE_ROLES, type Route, type RoutedBy, type RoutedCell, VALUES } from '../domain/work/routing.ts'
import type { CustomerLine } from './customers.ts'
import { staffNo } from './fields.ts'
import { type ManyDone, manyUids } from './many.ts'
import { command, query, undoable } from './operation.ts'

/** Whom a referral is about, masked. */
export type ReferralSubject =
  | { readonly kind: 'customer'; readonly customer: CustomerLine }
  | {
      readonly kind: 'lead'
      readonly leadUid: string
      readonly surname: string
      readonly title: 'mr' | 'ms' | 'other'
      readonly maskedPhone: string | null
      readonly ticket: string | null
    }

export interface ReferralStep {
  readonly event: ReferralEvent
  readonly at: number
  /** Null where the clock did it. */
  readonly byName: string | null
  readonly toName: string
  readonly note: string
}

export interface ReferralRow {
  readonly uid: string
  readonly subject: ReferralSubject
  readonly product: (typeof PRODUCT_CODES)[number]
  readonly level: (typeof LEVELS)[number]
  readonly reason: string
  readonly fromNo: string
  readonly fromName: string
  readonly toNo: string
  readonly toName: string
  /** Who is asked next; null where nobody is named. */
  readonly backupName: string | null
  readonly state: ReferralState
  readonly offeredAt: number
  readonly acceptByAt: number | null
  /** What is left of the acceptance clock now, in working minutes; null once it is answered. */
  readonly workMinutesLeft: number | null
  /** The clock has run out and nobody is left to fall back on. */
  readonly stranded: boolean
  /** It proved good: this is what counts for who referred (L8). */
  readonly credited: boolean
  readonly outcomeNote: string
  /** The last contact with the customer about anything; null for a stranger. */
  readonly lastContactOn: string | null
  /** Oldest first. */
  readonly steps: readonly ReferralStep[]
}

/**
 * By what referrals are sorted: as each view is worked through, when they were offered, how much is wanted, or between
 * whom they are.
 */
export const REFERRAL_SORTS = ['usual', 'offered', 'level', 'staff'] as const
export type ReferralSort = (typeof REFERRAL_SORTS)[number]

/** As far as a list of referrals is read (our own default). */
export const MOST_REFERRALS = 2_000

export interface ReferralList {
  readonly rows: readonly ReferralRow[]
  /** Of the list as it is filtered, however many of them are in the rows. */
  readonly total: number
  /** The caller's own: waiting for them to accept, in their hands, and what their referring came to. */
  readonly counts: {
    readonly toAccept: number
    readonly inHand: number
    readonly referred: number
    readonly qualified: number
  }
}

export interface OfferedReferral {
  readonly uid: string
  readonly toName: string
  readonly acceptByAt: number
  readonly acceptMinutes: number
  /** What stands against marketing to this person: the receiver must know (L4). */
  readonly prohibitions: readonly Prohibition[]
}

export interface ReferralCandidate {
  readonly no: string
  readonly name: string
  readonly role: Role
  /** Open intents, leads and referrals in their hands. */
  readonly load: number
  /** Whose customer it is already, or the routing table's choice. */
  readonly suggested: 'owner' | 'first' | 'backup' | null
}

export interface ReferralSuggestion {
  readonly candidates: readonly ReferralCandidate[]
  /** Which cell of the table spoke, and how. */
  readonly value: (typeof VALUES)[number]
  readonly level: (typeof LEVELS)[number]
  readonly by: RoutedBy
}

export interface RoutePreview {
  readonly cells: readonly RoutedCell[]
  readonly people: readonly {
    readonly no: string
    readonly name: string
    readonly role: Role
    /** Open work besides today's. */
    readonly load: number
    readonly gets: number
  }[]
  readonly unplaced: number
}

const subject = {
  customerUid: z.uuid().nullable().default(null),
  leadUid: z.uuid().nullable().default(null),
}
const onePerson = ({ customerUid, leadUid }: { customerUid: string | null; leadUid: string | null }) =>
  (customerUid === null) !== (leadUid === null)

const routeTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), no: staffNo }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(ROUTE_ROLES) }),
])
/** A whole table: every cell once. */
const routeTable = z
  .array(
    z.strictObject({
      value: z.enum(VALUES),
      level: z.enum(LEVELS),
      to: routeTarget,
      backup: routeTarget.nullable(),
    }),
  )
  .length(VALUES.length * LEVELS.length)
  .refine((routes) => new Set(routes.map(({ value, level }) => `${value}/${level}`)).size === routes.length)

export const referrals = {
  offer: undoable(
    'referrals.offer',
    COUNTER,
    z
      .strictObject({
        ...subject,
        toNo: staffNo,
        product: z.enum(PRODUCT_CODES),
        level: z.enum(LEVELS),
        reason: z.string().trim().min(1).max(100),
      })
      .refine(onePerson),
  ).returns<OfferedReferral>(),
  accept: undoable(
    'referrals.accept',
    COUNTER,
    z.strictObject({ referralUid: z.uuid() }),
  ).returns<ReferralRow>(),
  decline: undoable(
    'referrals.decline',
    COUNTER,
    z.strictObject({ referralUid: z.uuid(), reason: z.string().trim().min(1).max(100) }),
  ).returns<ReferralRow>(),
  acceptMany: undoable(
    'referrals.acceptMany',
    COUNTER,
    z.strictObject({ referralUids: manyUids }),
  ).returns<ManyDone>(),
  declineMany: undoable(
    'referrals.declineMany',
    COUNTER,
    z.strictObject({ referralUids: manyUids, reason: z.string().trim().min(1).max(100) }),
  ).returns<ManyDone>(),
  advance: undoable(
    'referrals.advance',
    COUNTER,
    z.strictObject({
      referralUid: z.uuid(),
      to: z.enum(REFERRAL_OUTCOMES),
      note: z.string().trim().max(200).default(''),
    }),
  ).returns<ReferralRow>(),
  withdraw: undoable(
    'referrals.withdraw',
    COUNTER,
    z.strictObject({ referralUid: z.uuid() }),
  ).returns<ReferralRow>(),
  /** `all` is for those who share out work. */
  list: query(
    'referrals.list',
    COUNTER,
    z.strictObject({
      view: z.enum(['to-do', 'referred', 'all']),
      product: z.enum(PRODUCT_CODES).nullable().default(null),
      level: z.enum(LEVELS).nullable().default(null),
      state: z.enum(REFERRAL_STATES).nullable().default(null),
      sort: z.enum(REFERRAL_SORTS).default('usual'),
      reversed: z.boolean().default(false),
      limit: z.int().min(1).max(MOST_REFERRALS).default(200),
    }),
    {
      reads: [
        'referral',
        'referral_step',
        'customer',
        'customer_facts',
        'lead',
        'staff',
        'setting',
        'year_notice',
        'day_override',
      ],
    },
  ).returns<ReferralList>(),
  suggest: query(
    'referrals.suggest',
    COUNTER,
    z.strictObject({ ...subject, level: z.enum(LEVELS) }).refine(onePerson),
    { reads: ['intent', 'lead', 'referral', 'route', 'staff', 'customer', 'customer_facts'] },
  ).returns<ReferralSuggestion>(),
  routes: query('referrals.routes', LOBBY_AND_KEEPERS, z.strictObject({}), { reads: ['route'] }).returns<
    readonly Route[]
  >(),
  saveRoutes: command('referrals.saveRoutes', ['head'], z.strictObject({ routes: routeTable })).returns<
    readonly Route[]
  >(),
  /** Who would get today's open work by a table that is not saved yet. */
  preview: query('referrals.preview', LOBBY_AND_KEEPERS, z.strictObject({ routes: routeTable }), {
    reads: ['intent', 'lead', 'referral', 'staff', 'customer', 'customer_facts', 'setting'],
  }).returns<RoutePreview>(),
}
