import { z } from 'zod'
import { COUNTER } from '../domain/branch/roles.ts'
import { CONSENT_PURPOSES, type ConsentPurpose, type ConsentText } from '../domain/consent/consent.ts'
import { isClear } from '../domain/consent/consent-change.ts'
import { CHANNELS, type Channel } from '../domain/work/contact.ts'
import { LANGUAGES } from '../locale/languages.ts'
import { query, shellTask, undoable } from './operation.ts'

/** The newest word of a customer on a purpose; null where they were never asked. */
export interface PurposeState {
  readonly purpose: ConsentPurpose
  readonly newest: {
    readonly given: boolean
    readonly on: string
    readonly staffName: string
    /** The version of the words that were shown; null where a withdrawal needed none. */
    readonly textVersion: number | null
  } | null
}

export interface ChannelState {
  readonly channel: Channel
  /** Null while the channel is open. */
  readonly refused: { readonly on: string; readonly staffName: string } | null
}

/** One thing that was said and written down. */
export type RegisterLine = {
  readonly id: string
  readonly on: string
  readonly staffName: string
} & (
  | {
      readonly kind: 'given' | 'withdrawn'
      readonly purpose: ConsentPurpose
      readonly textVersion: number | null
      /** Said while they were a stranger with a lead, whom the bank has joined to the customer since (L7). */
      readonly asStranger: boolean
    }
  | { readonly kind: 'refused' | 'reopened'; readonly channel: Channel }
)

/** What a customer agreed to and refused, now and before (P3). */
export interface ConsentRegister {
  readonly purposes: readonly PurposeState[]
  readonly channels: readonly ChannelState[]
  /** The newest first. */
  readonly lines: readonly RegisterLine[]
  /** The words to show before somebody agrees. */
  readonly text: ConsentText
}

const reason = z.string().trim().max(200)
const language = z.enum(LANGUAGES).default('zh-CN')

export const consents = {
  /** Of a customer whose panel is open. */
  register: query('consents.register', COUNTER, z.strictObject({ customerUid: z.uuid() }), {
    reads: ['customer', 'consent', 'consent_text', 'refusal', 'channel_reopening', 'lead', 'staff'],
  }).returns<ConsentRegister>(),
  /** Writes what the customer said. A refused channel opens only with consent to marketing in the same call. */
  record: undoable(
    'consents.record',
    COUNTER,
    z
      .strictObject({
        customerUid: z.uuid(),
        purposes: z
          .array(z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean() }))
          .max(CONSENT_PURPOSES.length)
          .default([]),
        channels: z
          .array(z.strictObject({ channel: z.enum(CHANNELS), refused: z.boolean() }))
          .max(CHANNELS.length)
          .default([]),
        /** The version of the words that were on the screen; needed where something is agreed to. */
        textVersion: z.int().min(1).nullable().default(null),
      })
      .refine(isClear, { message: 'consents.unclear' }),
  ).returns<null>(),
  /** Writes one customer's register to a file the user chooses; recorded with the reason. */
  exportOne: shellTask(
    'consents.exportOne',
    COUNTER,
    z.strictObject({ customerUid: z.uuid(), reason, language }),
  ).returns<{ readonly saved: boolean }>(),
  /** The whole branch's register, for the head. */
  exportAll: shellTask('consents.exportAll', ['head'], z.strictObject({ reason, language })).returns<{
    readonly saved: boolean
    readonly rows: number
  }>(),
}
