import { join } from 'node:path'
import type { LookupFile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { cellReader, NO_NULLS } from '../../../../shared/domain/imports/cell-text.ts'
import { isBrokenKey, plainKey } from '../../../../shared/domain/imports/key-text.ts'
import { detached } from './detached-text.ts'
import {
  columnFinder,
  compileFilter,
  compileFilterFault,
  type LookupColumn,
  type Lookups,
} from './expression.ts'
import { type Extract, nothingIn, openExtract } from './extract.ts'
import type { ImportPlan } from './read-folder.ts'

/**
 * Reads every lookup file of a plan; several files of one name are joined, earlier ones first.
 * @throws AppError as `openExtract` and `readLookup`
 */
export async function readLookups(plan: ImportPlan, dir: string, signal?: AbortSignal): Promise<Lookups> {
  const lookups = new Map<string, ReadonlyMap<string, LookupColumn>>()
  for (const { fileName, profile } of plan.lookups) {
    const extract = await openExtract(join(dir, fileName), profile).catch((error) =>
      nothingIn(error, profile),
    )
    if (extract === null) {
      if (!lookups.has(profile.name)) lookups.set(profile.name, noRows(profile))
      continue
    }
    const table = await readLookup(profile, extract, fileName, signal)
    const earlier = lookups.get(profile.name)
    lookups.set(profile.name, earlier ? joined(earlier, table) : table)
  }
  return lookups
}

function noRows({ take }: LookupFile): ReadonlyMap<string, LookupColumn> {
  return new Map(take.map((column) => [column, new Map()]))
}

function joined(
  earlier: ReadonlyMap<string, LookupColumn>,
  later: ReadonlyMap<string, LookupColumn>,
): ReadonlyMap<string, LookupColumn> {
  return new Map(
    [...later].map(([column, values]) => [column, new Map([...values, ...(earlier.get(column) ?? [])])]),
  )
}

/** Lookups live in memory; a bank of this many accounts sends its extracts branch by branch. Our own default. */
const MAX_LOOKUP_KEYS = 8_000_000

/**
 * Reads a lookup file whole. The first record of a key counts; records that are damaged, without a key or with one
 * that a spreadsheet has rounded are passed over, as are those that a filter cannot judge, and what needed them is rejected
 * with `lookup-missing`.
 * @throws AppError imports.missingColumn, imports.lookupTooLarge
 */
async function readLookup(
  profile: LookupFile,
  extract: Extract,
  file: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, LookupColumn>> {
  const columnIndex = columnFinder(extract.header, file)
  const passes = compileFilter(profile, columnIndex)
  const unreadable = compileFilterFault(profile, columnIndex)
  const keyIndex = columnIndex(profile.key)
  const readCell = cellReader('code', NO_NULLS)
  const taken = profile.take.map((column) => ({
    column,
    index: columnIndex(column),
    values: new Map<string, string>(),
  }))
  const seen = taken[0]?.values ?? new Map<string, string>()
  for await (const batch of extract.records(signal)) {
    for (const { fields, damaged } of batch.records) {
      if (damaged === true) continue
      const key = plainKey(readCell(fields[keyIndex] ?? ''))
      if (key === '' || isBrokenKey(key) || seen.has(key)) continue
      if (unreadable(fields) !== null || !passes(fields)) continue
      if (seen.size >= MAX_LOOKUP_KEYS)
        throw new AppError('imports.lookupTooLarge', { file, limit: MAX_LOOKUP_KEYS })
      const kept = detached(key)
      for (const { index, values } of taken) values.set(kept, detached((fields[index] ?? '').trim()))
    }
  }
  return new Map(taken.map(({ column, values }) => [column, values]))
}
