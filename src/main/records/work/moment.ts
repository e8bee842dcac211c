import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { WriteContext } from '../../engine/context.ts'

/** When something happened and who did it. Mostly now and the caller; a demo branch is planted with a past. */
export interface Moment {
  readonly on: CivilDate
  /** UTC milliseconds. */
  readonly at: number
  readonly by: string
}

/** What happens in this write, by whoever asked for it. */
export function momentOf({ todayOn, nowAt, staff }: WriteContext): Moment {
  return { on: todayOn, at: nowAt, by: staff.no }
}
