import { z } from 'zod'
import { AppError } from '../../../shared/domain/branch/app-error.ts'

const placeSchema = z.tuple([z.number(), z.string().max(40), z.number()])

/** The place of a page's last lead: what the list is sorted by. */
export function writeCursor(place: {
  readonly first: number
  readonly second: string
  readonly id: number
}): string {
  return JSON.stringify([place.first, place.second, place.id])
}

/** @throws AppError `call.badInput` for anything that `writeCursor` did not write */
export function readCursor(cursor: string): { first: number; second: string; id: number } {
  const parsed = placeSchema.safeParse(parsedJson(cursor))
  if (!parsed.success) throw new AppError('call.badInput', { path: 'cursor', issue: 'invalid' })
  const [first, second, id] = parsed.data
  return { first, second, id }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
