import {
  addDays,
  type CivilDate,
  MS_PER_DAY,
  startOfDayAt,
} from '../../../shared/domain/calendar/civil-date.ts'
import {
  CHANCE_DAYS,
  type GuessedAt,
  HOUR_MS,
  mostWithinAnHour,
  type Tried,
  type TriedOnDay,
} from '../../../shared/domain/consent/guesses.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer, orNull, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

/** Word for word the condition of the index over it. */
const IS_GUESS = `action = 'privacy.countGuess'`

/**
 * Each search that led to nobody left a link of the audit, which says of which kind it was and what it weighed. A link from
 * a time that is still to come, because the clock was set back, counts; but a pause begins with none of these, else it would
 * last until the clock is there again.
 */
export const TRIED_LATELY = read(
  {
    numbers: orNull(integer),
    names: orNull(integer),
    chance: orNull(integer),
    lastNumberAt: orNull(integer),
    lastNameAt: orNull(integer),
  },
  `SELECT sum(at > ? AND detail ->> 'guessedAt' = 'number') AS numbers,
    sum(at > ? AND detail ->> 'guessedAt' = 'name') AS names,
    sum(detail ->> 'chance') AS chance,
    max(at) FILTER (WHERE at <= ? AND detail ->> 'guessedAt' = 'number') AS lastNumberAt,
    max(at) FILTER (WHERE at <= ? AND detail ->> 'guessedAt' = 'name') AS lastNameAt
  FROM audit WHERE ${IS_GUESS} AND staff_no = ? AND at > ?`,
)

/** What the caller has tried lately. The audit has it, so that it outlives a sign-out and a restart (P2). */
export function triedBy({ connection, staff, nowAt }: ReadContext): Tried {
  const hourAt = nowAt - HOUR_MS
  const sinceAt = nowAt - CHANCE_DAYS * MS_PER_DAY
  const row = TRIED_LATELY.get(connection, hourAt, hourAt, nowAt, nowAt, staff.no, sinceAt)
  return {
    numbers: row?.numbers ?? 0,
    names: row?.names ?? 0,
    chance: row?.chance ?? 0,
    lastNumberAt: row?.lastNumberAt ?? null,
    lastNameAt: row?.lastNameAt ?? null,
  }
}

export const GUESSES_BETWEEN = read(
  {
    staffNo: TABLES.audit.staff_no,
    at: TABLES.audit.at,
    of: orNull(textOf<GuessedAt>()),
    chance: orNull(integer),
  },
  `SELECT staff_no AS staffNo, at, detail ->> 'guessedAt' AS of, detail ->> 'chance' AS chance
  FROM audit WHERE ${IS_GUESS} AND at > ? AND at < ?`,
)

/** What everybody tried on a day, by their staff number; those who tried nothing are not in it. */
export function triedOn(connection: ReadConnection, on: CivilDate): ReadonlyMap<string, TriedOnDay> {
  const startAt = startOfDayAt(on)
  const endAt = startOfDayAt(addDays(on, 1))
  const rows = GUESSES_BETWEEN.all(connection, endAt - CHANCE_DAYS * MS_PER_DAY, endAt)
  const found = new Map<string, TriedOnDay>()
  for (const [staffNo, own] of Map.groupBy(rows, (row) => row.staffNo)) {
    const today = own.filter(({ at }) => at >= startAt)
    if (today.length === 0) continue
    const around = own.filter(({ at }) => at > startAt - HOUR_MS)
    const anHour = (wanted: GuessedAt) =>
      mostWithinAnHour(around.filter(({ of }) => of === wanted).map(({ at }) => at))
    found.set(staffNo, {
      guesses: today.length,
      numbersAnHour: anHour('number'),
      namesAnHour: anHour('name'),
      chance: sumOf(today) === 0 ? 0 : sumOf(own),
    })
  }
  return found
}

function sumOf(rows: readonly { readonly chance: number | null }[]): number {
  return rows.reduce((sum, { chance }) => sum + (chance ?? 0), 0)
}
