import type { ProductCode } from '../domain/customer/products.ts'
import type { Channel, Outcome } from '../domain/work/contact.ts'
import type { CustomerLine } from './customer-line.ts'

/** What a contact said before it was corrected, and who corrected it. Words that staff wrote are masked. */
export interface EarlierVersion {
  readonly channel: Channel
  readonly outcome: Outcome
  readonly note: string
  /** Who recorded it so, or corrected it to this; UTC milliseconds. */
  readonly writtenBy: string
  readonly writtenAt: number
  readonly correctedBy: string
  readonly correctedAt: number
  readonly reason: string
}

/** What a line of a recorded contact needs beside its words. */
export interface ContactVersions {
  readonly uid: string
  /** Whether the reader may correct it. */
  readonly mayCorrect: boolean
  /** The newest of them first; empty where it was never corrected. */
  readonly earlier: readonly EarlierVersion[]
}

/** A contact as it stands, before it is corrected. */
export interface ContactToCorrect extends ContactVersions {
  readonly customer: CustomerLine
  /** What it was about; null for the customer alone. */
  readonly product: ProductCode | null
  readonly on: string
  readonly channel: Channel
  readonly outcome: Outcome
  /** Masked. */
  readonly note: string
  /** Whether the mask hides something of the note, so that an edited one loses it. */
  readonly noteIsMasked: boolean
  readonly staffName: string
  /** Channels on which marketing is barred: it is corrected to none of them. */
  readonly closedChannels: readonly Channel[]
}
