import type { ErrorDetail } from '../../shared/contract/envelope.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import type { TableName } from './schema.ts'

/** What is sent to an engine thread. */
export type ToThread =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly staff: SessionStaff
    }
  | {
      readonly kind: 'job'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly staff: SessionStaff
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'copy'; readonly id: number; readonly file: string }
  | { readonly kind: 'close' }

/** What an engine thread sends. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: ErrorDetail }
  /** With the tables that were changed on the way: the windows hear of them before the caller has its answer. */
  | {
      readonly kind: 'value'
      readonly id: number
      readonly value: unknown
      readonly tables: readonly TableName[]
    }
  | { readonly kind: 'error'; readonly id: number; readonly code: string; readonly detail: ErrorDetail }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'tables'; readonly tables: readonly TableName[] }
  | { readonly kind: 'closed' }

/** What a thread is started with. */
export interface ThreadOptions {
  readonly file: string
  readonly dataKey: Uint8Array
  readonly mode: 'writer' | 'reader'
  readonly nativeBinding: string | undefined
  /** Days by which a test runs ahead of the machine's clock. */
  readonly daysAhead?: number
}
