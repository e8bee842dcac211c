import { UNDECODABLE } from './half-character.ts'

/** Why a field of a damaged record cannot be read; null where the damage is in another field. */
export function damageIn(field: string): 'undecodable' | 'nul-character' | null {
  if (field.includes(UNDECODABLE)) return 'undecodable'
  return field.includes('\0') ? 'nul-character' : null
}

/** A text without the half character that a column of a fixed number of bytes has left at its end. */
export function withoutHalf(field: string): string {
  return field.endsWith(UNDECODABLE) ? field.slice(0, -1).trimEnd() : field
}
