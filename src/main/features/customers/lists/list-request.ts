import type { z } from 'zod'
import type { customerListRequest } from '../../../../shared/contract/customer-lists.ts'
import { addDays } from '../../../../shared/domain/calendar/civil-date.ts'

/** Which list, and in which order. */
export type ListRequest = z.output<typeof customerListRequest>

export interface PageRequest extends ListRequest {
  /** The uid of the line that the page follows. */
  readonly cursor: string | null
  readonly limit: number
}

/** The first day on which a contact is too late for the list; after every day where the list does not ask. */
export function quietBefore({ quietDays }: ListRequest, todayOn: string): string {
  return quietDays === null ? '9999-12-31' : addDays(todayOn, 1 - quietDays)
}
