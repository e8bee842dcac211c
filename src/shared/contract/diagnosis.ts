import { z } from 'zod'
import { KEEPERS } from '../domain/branch/roles.ts'
import { KEPT_FRAMES } from '../domain/branch/stack-frames.ts'
import type { ErrorCode } from './envelope.ts'
import { shellTask } from './operation.ts'

/** A failure since the program was started; the same one is counted and not listed twice. */
export interface Incident {
  /** The operation or job, or the part of the program: `window.strip`, `engine.writer`. */
  readonly operation: string
  /** What the user was told; null for what the system did, as a window whose process crashed. */
  readonly code: ErrorCode | null
  /** The error's own name, or the reason that the system gave. */
  readonly error: string
  readonly count: number
  /** UTC milliseconds. */
  readonly firstAt: number
  readonly lastAt: number
}

/** How long an operation kept its thread; of a job each step counts. */
export interface OperationTime {
  readonly operation: string
  readonly count: number
  readonly meanMs: number
  readonly slowestMs: number
}

export interface StoreSizes {
  readonly databaseBytes: number
  readonly walBytes: number
  readonly logBytes: number
  readonly rejectBytes: number
  readonly rejectFiles: number
}

export interface ProgramVersions {
  readonly version: string
  readonly electron: string
  readonly sqlite: string
  /** The operating system and its version. */
  readonly system: string
}

/** What whoever is on call asks for. Names, codes, counts, times and sizes; nothing about any person. */
export interface DiagnosisView {
  /** When the program was started: everything is counted from then on. */
  readonly sinceAt: number
  /** The latest first. */
  readonly incidents: readonly Incident[]
  /** The slowest first. */
  readonly slowest: readonly OperationTime[]
  readonly sizes: StoreSizes
  readonly versions: ProgramVersions
}

/** The windows that report what they did not catch. */
export const REPORTING_WINDOWS = ['workstation', 'strip', 'sheet'] as const
export type ReportingWindow = (typeof REPORTING_WINDOWS)[number]

/** Longer than any frame that is kept. */
const LONGEST_FRAME = 400

export const diagnosis = {
  view: shellTask('diagnosis.view', KEEPERS, z.strictObject({})).returns<DiagnosisView>(),
  /** Writes the same, with the lines that each failure came by, to a file that the user chooses. */
  save: shellTask('diagnosis.save', KEEPERS, z.strictObject({})).returns<{ readonly saved: boolean }>(),
  /**
   * An error that a window did not catch: its name and the lines that it came by, never its message. Anyone may report,
   * because the sign-in and the lock can fail too.
   */
  report: shellTask(
    'diagnosis.report',
    'anyone',
    z.strictObject({
      window: z.enum(REPORTING_WINDOWS),
      error: z.string().max(60),
      frames: z.array(z.string().max(LONGEST_FRAME)).max(KEPT_FRAMES),
    }),
  ).returns<null>(),
}
