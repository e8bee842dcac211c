import { type FileProfile, fileProfileSchema } from '../../../../shared/contract/import-profile.ts'

/** A file's profile out of its text, or the first thing that is wrong with it and where. */
export type ReadText =
  | { readonly ok: true; readonly entry: FileProfile }
  | { readonly ok: false; readonly where: string; readonly why: string }

/**
 * Reads what a person typed as the profile of one file.
 * @param content what the file holds, which the text cannot change
 */
export function readFileText(text: string, content: FileProfile['entity']): ReadText {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, where: 'JSON', why: error instanceof Error ? error.message : '' }
  }
  const parsed = fileProfileSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, where: issue?.path.join('.') || 'JSON', why: issue?.message ?? '' }
  }
  return parsed.data.entity === content
    ? { ok: true, entry: parsed.data }
    : { ok: false, where: 'entity', why: content }
}
