import { Refusal } from './refusal.ts'

/** Ours: 核对身份 is the shortest that says something. */
export const SHORTEST_REASON = 4

/** Whether a text can stand in the audit as the reason for a look past the mask, or for an export (P2). */
export function saysWhy(reason: string): boolean {
  return [...reason.trim()].length >= SHORTEST_REASON
}

/** @throws Refusal `customers.reasonTooShort` */
export function requireReason(reason: string): void {
  if (!saysWhy(reason)) throw new Refusal('customers.reasonTooShort', { least: SHORTEST_REASON })
}
