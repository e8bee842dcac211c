import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { BETWEEN_NAMES } from '../names-told.ts'

/** Blanks, and characters that cannot be seen: byte order marks, zero-width ones, marks of direction. */
const UNSEEN = /[\s\p{Cf}\p{Cc}]+/gu

/**
 * A column's name without what people do not see a difference in: case, blanks, invisible characters, and full-width
 * forms (`余额（元）` and `余额(元)`). A unit stays part of the name, because 万元 is not 元.
 */
export function foldedName(name: string): string {
  return unguarded(name).normalize('NFKC').replace(UNSEEN, '').toLowerCase()
}

/** A name that an export has made a formula of, so that a spreadsheet leaves it alone: `="客户号"`, `=T("客户号")`. */
const GUARD = /^\s*=\s*(?:T\()?"(.*)"\)?\s*$/su

function unguarded(name: string): string {
  return name.includes('"') ? name.replace(GUARD, (_, inner: string) => inner.replaceAll('""', '"')) : name
}

/** Between a name that several columns have and the number of the column among them. */
const NUMBERED = ' #'

/** The header's names, trimmed; columns of one name are numbered (`备注 #1`, `备注 #2`), so that a profile can tell them apart. */
export function uniqueNames(fields: readonly string[]): string[] {
  const names = fields.map((field) =>
    unguarded(field)
      .replace(/[\p{Cf}\s]+/gu, (gap) => (/\p{Cf}/u.test(gap) ? '' : ' '))
      .trim(),
  )
  const total = new Map<string, number>()
  for (const name of names) total.set(name, (total.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return names.map((name) => {
    if (name === '' || total.get(name) === 1) return name
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return `${name}${NUMBERED}${number}`
  })
}

/** The positions of the columns that a name may mean: one as it stands, else all whose folded name is the same. */
export function columnsNamed(header: readonly string[], name: string): readonly number[] {
  const exact = header.indexOf(name.trim())
  if (exact >= 0 && name.trim() !== '') return [exact]
  const folded = foldedName(name)
  const numbered = new RegExp(`^${escaped(folded)}(?:#\\d+)?$`, 'u')
  return header.flatMap((each, at) => (numbered.test(foldedName(each)) ? [at] : []))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * @returns the position of a column by its name
 * @throws AppError imports.missingColumn with the profile's name for it, imports.duplicateHeader with the names to
 * choose from where several columns are called so
 */
export function columnAt(header: readonly string[], name: string, file: string): number {
  const [at, ...others] = columnsNamed(header, name)
  if (at === undefined) throw new AppError('imports.missingColumn', { file, columns: name })
  if (others.length > 0) {
    const columns = [at, ...others].map((each) => header[each]).join(BETWEEN_NAMES)
    throw new AppError('imports.duplicateHeader', { file, columns })
  }
  return at
}
