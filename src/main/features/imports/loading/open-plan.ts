import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { appErrorOf } from '../../../engine/faults.ts'
import type { Lookups } from '../reading/expression.ts'
import { nothingIn } from '../reading/extract.ts'
import { type ImportPlan, openRows, type PlannedFile, type RowSource } from '../reading/read-folder.ts'

/** Workbooks of at most this many bytes altogether stay open; the others are opened again when their turn comes. Ours. */
const MOST_HELD_BYTES = 8_388_608

/** What rows are read by, beside their profile. */
interface RowContext {
  readonly lookups: Lookups
  /** The branch's day, which no birth can follow. */
  readonly todayOn: string
}

export interface ReadyFile {
  readonly planned: PlannedFile<EntityFile>
  readonly bytes: number
  /** @returns null for an optional file without anything in it */
  open(): Promise<RowSource | null>
}

/**
 * Opens every file of a plan as far as its columns, so that whatever is wrong with one of them is said before a row of
 * another is written.
 * @throws AppError as `openRows`; imports.fileFailed where the reason has no name
 */
export async function openPlan(
  plan: ImportPlan,
  folder: string,
  context: RowContext,
): Promise<readonly ReadyFile[]> {
  const ready: ReadyFile[] = []
  let heldBytes = 0
  for (const planned of plan.files) {
    const opened = await openNamed(folder, planned, context)
    const { size } = await stat(join(folder, planned.fileName))
    const held = opened?.held === true ? size : 0
    const keeps = heldBytes + held <= MOST_HELD_BYTES
    if (keeps) heldBytes += held
    ready.push({
      planned,
      bytes: size,
      open: keeps ? once(opened) : () => openNamed(folder, planned, context),
    })
  }
  return ready
}

/** Lets go of what it gave, so that a workbook does not stay in memory after its rows are in. */
function once(opened: RowSource | null): () => Promise<RowSource | null> {
  let kept = opened
  return () => {
    const given = kept
    kept = null
    return Promise.resolve(given)
  }
}

async function openNamed(
  folder: string,
  planned: PlannedFile<EntityFile>,
  { lookups, todayOn }: RowContext,
): Promise<RowSource | null> {
  try {
    return await openRows(folder, planned, lookups, todayOn).catch((error) =>
      nothingIn(error, planned.profile),
    )
  } catch (error) {
    throw namedFault(error, { file: planned.fileName, line: 0 })
  }
}

/** An error that nobody foresaw, with the place where it happened: it is found there, whatever it was. */
export function namedFault(error: unknown, at: { readonly file: string; readonly line: number }): AppError {
  const fault = appErrorOf(error)
  if (fault.code !== 'engine.internal') return fault
  const named = new AppError('imports.fileFailed', { ...at, cause: String(fault.detail.cause ?? '') })
  named.cause = error
  return named
}
