import type { RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'

/** A reader of text that is there, or the code of what is wrong with it. */
export type TextReader<Value> = (text: string) => { readonly value: Value | null } | RowProblemCode

/** No cell ends a run: what a reader does not expect is a problem of its field. */
export function readOrFail<Value>(read: TextReader<Value>, text: string): ReturnType<TextReader<Value>> {
  try {
    return read(text)
  } catch {
    return 'row-failed'
  }
}
