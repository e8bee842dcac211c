import type { DateFormats } from '../../../../shared/domain/imports/date-format.ts'

/** No format has it, so that what is typed and what is kept are always the same. */
const SEPARATOR = ';'

/** Several formats as one line of text. */
export function formatsText(formats: DateFormats): string {
  return [formats].flat().join(SEPARATOR)
}

/** The formats of a line of text; a single one stays a single one. */
export function formatsOf(text: string): string | string[] {
  const formats = text.split(SEPARATOR)
  return formats.length === 1 ? text : formats
}
