import type { ErrorDetail } from '../../shared/contract/envelope.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import type { ChainCheck } from './chain/chain-check.ts'
import type { FaultReport } from './fault-report.ts'
import type { TableName } from './schema.ts'
import type { Timing } from './watch.ts'

/** What the copy for a backup is called in the log. */
export const COPY = 'engine.copy'

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
  | {
      readonly kind: 'copy'
      readonly id: number
      readonly file: string
      /** The key of the copy, in shared memory; null for the database's own. */
      readonly under: Uint8Array | null
    }
  | { readonly kind: 'close' }

/** What an engine thread sends. */
export type FromThread =
  | { readonly kind: 'ready'; readonly sqlite: string }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: ErrorDetail }
  /** With the tables that were changed on the way: the windows hear of them before the caller has its answer. */
  | {
      readonly kind: 'value'
      readonly id: number
      readonly value: unknown
      readonly tables: readonly TableName[]
      readonly timing: Timing
    }
  | {
      readonly kind: 'error'
      readonly id: number
      readonly code: string
      readonly detail: ErrorDetail
      readonly timing: Timing
      /** For the log; null for what a rule refused. */
      readonly fault: FaultReport | null
    }
  /** The call or step that just ended took longer than anybody should wait. */
  | { readonly kind: 'slow'; readonly name: string; readonly tookMs: number }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'tables'; readonly tables: readonly TableName[] }
  | { readonly kind: 'closed' }

/** What a thread is started with. */
export interface ThreadOptions {
  readonly file: string
  readonly dataKey: Uint8Array
  readonly mode: 'writer' | 'reader'
  readonly nativeBinding: string | undefined
  /** Whether it takes the place of a thread that died: there is a database then, and an empty file is not taken for one. */
  readonly again?: boolean
  /** Days by which a test runs ahead of the machine's clock. */
  readonly daysAhead?: number
  /** With what the writer compares the audit's chain before it writes; the witness beside the file where nothing is said. */
  readonly chain?: ChainCheck
}
