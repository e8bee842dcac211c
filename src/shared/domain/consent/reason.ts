import { AppError } from '../branch/app-error.ts'

/** Our own default: 核对身份 is about the shortest meaningful reason. */
export const SHORTEST_REASON = 4

/** Whether a text is long enough to be the audited reason of a reveal or an export (P2). */
export function saysWhy(reason: string): boolean {
  return [...reason.trim()].length >= SHORTEST_REASON
}

/** @throws AppError `customers.reasonTooShort` */
export function requireReason(reason: string): void {
  if (!saysWhy(reason)) throw new AppError('customers.reasonTooShort', { least: SHORTEST_REASON })
}
