import { IMPORT_ENTITIES, type ImportEntity } from './import-fields.ts'

/** In how many of the records that could have a field it had a value. */
export interface FieldFilled {
  readonly filled: number
  readonly records: number
}

/** What a run found of each field that its profile reads. */
export type FilledFields = Readonly<Partial<Record<ImportEntity, Readonly<Record<string, FieldFilled>>>>>

/** A field of two runs of one profile. */
export interface ColumnChange {
  readonly entity: ImportEntity
  readonly field: string
  /** Null where the earlier run did not read the field. */
  readonly before: FieldFilled | null
  /** Null where the later run does not read it any more. */
  readonly now: FieldFilled | null
  /** Whether so many values are gone that the extract is to be looked at. */
  readonly lost: boolean
}

/** Of fewer records a share says little. Our own default, as for flags. */
const FEWEST_JUDGED = 20
/** A field that keeps less than so much of its share has lost values. Our own default: the tenth that also stops a run. */
const KEPT_SHARE = 0.9

/** How the fields of a run compare with those of the run before, in the order of loading; nothing where one of them has none. */
export function columnChanges(before: FilledFields, now: FilledFields): readonly ColumnChange[] {
  return IMPORT_ENTITIES.flatMap((entity) => {
    const earlier = before[entity]
    const later = now[entity]
    if (earlier === undefined || later === undefined) return []
    const fields = [...new Set([...Object.keys(later), ...Object.keys(earlier)])]
    return fields.map((field): ColumnChange => {
      const pair = { before: earlier[field] ?? null, now: later[field] ?? null }
      return { entity, field, ...pair, lost: hasLost(pair.before, pair.now) }
    })
  })
}

function hasLost(before: FieldFilled | null, now: FieldFilled | null): boolean {
  if (before === null || before.filled === 0) return false
  if (now === null) return true
  if (before.records < FEWEST_JUDGED || now.records < FEWEST_JUDGED) return false
  return now.filled * before.records < KEPT_SHARE * before.filled * now.records
}
