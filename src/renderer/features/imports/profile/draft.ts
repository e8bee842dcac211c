import type { Expression } from '../../../../shared/contract/import-expression.ts'
import type {
  EntityFile,
  FileProfile,
  ImportProfile,
  LookupFile,
} from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { AUTO_FORMAT } from '../../../../shared/domain/imports/date-format.ts'
import { fileNamePattern } from '../../../../shared/domain/imports/file-name-pattern.ts'
import type { ImportEntity } from '../../../../shared/domain/imports/import-fields.ts'

/** A profile while it is being made: it may still lack what the finished one must have. */
export interface ProfileDraft {
  readonly name: string
  readonly files: readonly FileProfile[]
  /** No step asks for these two; a profile that has them keeps them. */
  readonly stopAtFlagged?: ImportProfile['stopAtFlagged'] | undefined
  readonly $schema?: string | undefined
}

/** What an entry of a profile brings: rows of an entity, or keys that other entries ask. */
export type EntryContent = ImportEntity | 'lookup'

/** The draft that follows from what was recognised; files nobody could place are left out. */
export function draftOf(detected: readonly DetectedFile[], name: string): ProfileDraft {
  const files = detected.flatMap((file) =>
    file.suggestedEntity === null ? [] : [entryOf(file, file.suggestedEntity)],
  )
  return { name, files }
}

/** What of a profile or a draft is kept while it is edited; the version is the only one there is. */
export function draftFrom({ name, files, stopAtFlagged, $schema }: ProfileDraft): ProfileDraft {
  return { name, files, stopAtFlagged, $schema }
}

/** A file as an entry of the profile, with the columns that its header suggests for this content. */
export function entryOf(detected: DetectedFile, content: EntryContent): FileProfile {
  return content === 'lookup' ? lookupOf(detected) : entityOf(detected, content)
}

function entityOf(detected: DetectedFile, entity: ImportEntity): EntityFile {
  const suggested = detected.suggestedEntity === entity ? detected.suggestedColumns : {}
  const fields = Object.fromEntries(
    Object.entries(suggested).map(([field, column]): [string, Expression] => [field, { column }]),
  )
  return { entity, ...shapeOf(detected), fields }
}

function lookupOf(detected: DetectedFile): LookupFile {
  const [key = '', ...rest] = detected.header
  const name = detected.name.replace(/\.[^.]*$/, '')
  return { entity: 'lookup', name, ...shapeOf(detected), key, take: rest }
}

/** Encoding and delimiter stay automatic, so that a profile outlives a change of the exporting program. */
function shapeOf(detected: DetectedFile): Omit<EntityFile, 'entity' | 'fields'> {
  return {
    file: detected.name,
    optional: false,
    format: 'auto',
    ...(detected.sheet === '' ? {} : { sheet: detected.sheet }),
    encoding: 'auto',
    delimiter: 'auto',
    quote: 'auto',
    header: detected.hasHeader,
    ...(detected.hasHeader ? {} : { columns: [...detected.header] }),
    skipLines: detected.titleLines,
    decimal: '.',
    unit: 'yuan',
    rateUnit: 'percent',
    dateFormat: detected.suggestedDateFormat ?? AUTO_FORMAT,
    fillerDates: 'auto',
    where: {},
    unless: {},
  }
}

/**
 * The draft after a file was read anew, with another line as its header: what reads it follows the new columns. What was
 * said of how the file is written stays.
 */
export function rereadFile(draft: ProfileDraft, file: DetectedFile): ProfileDraft {
  const files = draft.files.map((entry) => (readsSheet(entry, file) ? rereadEntry(entry, file) : entry))
  return { ...draft, files }
}

/** Whether an entry reads what was looked at: the file, and in it the sheet. An entry that names none reads the first. */
export function readsSheet(
  entry: FileProfile,
  file: Pick<DetectedFile, 'name' | 'sheet' | 'sheets' | 'twinSheets'>,
): boolean {
  if (filesRead(entry, [file.name]).length === 0) return false
  if (entry.sheet === undefined) return file.sheet === '' || file.twinSheets.length > 0
  return entry.sheet === (file.sheet === '' ? (file.sheets[0] ?? entry.sheet) : file.sheet)
}

/** The entries that read the other sheets with the same header just as the given one reads its own. */
export function twinEntries(
  draft: ProfileDraft,
  entry: FileProfile,
  file: DetectedFile,
): readonly FileProfile[] {
  const isRead = (sheet: string) =>
    draft.files.some(
      (each) =>
        each.entity === entry.entity && each.sheet === sheet && filesRead(each, [file.name]).length > 0,
    )
  return file.twinSheets.filter((sheet) => !isRead(sheet)).map((sheet) => ({ ...entry, sheet }))
}

/** The entry as if its file had been read anew, in the sheet that was looked at. */
export function rereadEntry(entry: FileProfile, file: DetectedFile): FileProfile {
  const made = entryOf(file, entry.entity)
  const { header, skipLines, dateFormat, columns, sheet } = made
  const { columns: _columns, ...kept } = entry
  const above = {
    header,
    skipLines,
    ...(sheet === undefined ? {} : { sheet }),
    ...(columns === undefined ? {} : { columns }),
    ...(kept.dateFormat === AUTO_FORMAT ? { dateFormat } : {}),
  }
  if (kept.entity === 'lookup') {
    return made.entity === 'lookup' ? { ...kept, ...above, key: made.key, take: made.take } : entry
  }
  return made.entity === 'lookup' ? entry : { ...kept, ...above, fields: made.fields }
}

/**
 * An account for every customer of a file of customers that also says what they hold: the balance has no field of its own
 * in a customer, and would be left out. The account's key is the customer's.
 */
export function balanceEntryOf(detected: DetectedFile): EntityFile | null {
  const key = detected.suggestedColumns.key
  if (detected.balanceColumn === null || detected.suggestedEntity !== 'customers' || key === undefined) {
    return null
  }
  return {
    entity: 'accounts',
    ...shapeOf(detected),
    fields: {
      key: { column: key },
      customerKey: { column: key },
      kind: { constant: 'demand' },
      balance: { column: detected.balanceColumn },
    },
  }
}

export function addEntry(draft: ProfileDraft, entry: FileProfile): ProfileDraft {
  return { ...draft, files: [...draft.files, entry] }
}

export function replaceEntry(draft: ProfileDraft, index: number, entry: FileProfile): ProfileDraft {
  return { ...draft, files: draft.files.with(index, entry) }
}

export function removeEntry(draft: ProfileDraft, index: number): ProfileDraft {
  return { ...draft, files: draft.files.toSpliced(index, 1) }
}

/** Fills a field from an expression, or leaves it out of the import where that is null. */
export function setField(entry: EntityFile, field: string, expression: Expression | null): EntityFile {
  const { [field]: _previous, ...others } = entry.fields
  return { ...entry, fields: expression === null ? others : { ...others, [field]: expression } }
}

/** Takes another key for the rows of an entity that come from a file. */
export function withKey(
  draft: ProfileDraft,
  at: { readonly fileName: string; readonly entity: ImportEntity; readonly key: Expression },
): ProfileDraft {
  const files = draft.files.map((entry) =>
    entry.entity === at.entity && filesRead(entry, [at.fileName]).length > 0
      ? setField(entry, 'key', at.key)
      : entry,
  )
  return { ...draft, files }
}

/** The files among these names that an entry reads. */
export function filesRead(entry: FileProfile, names: readonly string[]): readonly string[] {
  const patterns = [entry.file].flat().map(fileNamePattern)
  return names.filter((name) => patterns.some((pattern) => pattern.test(name)))
}

/** Whether every file that the profile cannot do without is among these names. */
export function fits(profile: Pick<ImportProfile, 'files'>, names: readonly string[]): boolean {
  const required = profile.files.filter(({ optional }) => !optional)
  const patterns = required.flatMap(({ file }) => [file].flat().map(fileNamePattern))
  const complete = patterns.every((pattern) => names.some((name) => pattern.test(name)))
  const brings = profile.files.some(
    (entry) => entry.entity !== 'lookup' && filesRead(entry, names).length > 0,
  )
  return complete && brings
}
