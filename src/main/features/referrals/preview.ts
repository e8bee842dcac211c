import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { RoutePreview } from '../../../shared/contract/referrals.ts'
import { addDays, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import { priority, valueOfTier } from '../../../shared/domain/customer/value.ts'
import { type DecaySettings, decayedLevel, levelToTreat } from '../../../shared/domain/work/intent.ts'
import { dealOut, type RoutedWork } from '../../../shared/domain/work/routing.ts'
import type { ReadContext } from '../../engine/context.ts'
import { type RowOf, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { workLoads } from '../../records/staff/work-load.ts'

const { intent } = TABLES

const TODAYS_ROW = {
  ownerNo: intent.owner_no,
  level: intent.level,
  lastEvidenceOn: intent.last_evidence_on,
  tier: textOf<Tier>(),
}

/** Open work that moves today: due by today, or wished for today. A stranger is worth what an unknown person is. */
const TODAYS = read(
  TODAYS_ROW,
  `
  SELECT intent.owner_no AS ownerNo, intent.level, intent.last_evidence_on AS lastEvidenceOn,
    coalesce(facts.tier, 'standard') AS tier
  FROM intent
  JOIN customer AS holder ON holder.id = intent.customer_id
  LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
  WHERE intent.status = 'open' AND (intent.next_on <= ? OR intent.last_evidence_on = ?)
  UNION ALL
  SELECT lead.owner_no, lead.level, ?, coalesce(facts.tier, 'standard')
  FROM lead LEFT JOIN customer AS holder ON holder.id = lead.customer_id
  LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
  WHERE lead.closed_at IS NULL AND (lead.next_on <= ? OR lead.created_at >= ? AND lead.created_at < ?)`,
)

/**
 * Who would get today's work by a table that is not saved (I4), dealt out in the order of the grid, beside the work that
 * everybody has besides. Counts only: a rule is judged without looking at anybody.
 */
export function preview(context: ReadContext, { routes }: ParsedInputOf<'referrals.preview'>): RoutePreview {
  const { connection, todayOn, settings } = context
  const dayAt = [startOfDayAt(todayOn), startOfDayAt(addDays(todayOn, 1))]
  const todays = TODAYS.all(connection, todayOn, todayOn, todayOn, todayOn, ...dayAt)
  const staff = workLoads(connection).map((person) => ({
    ...person,
    load: Math.max(0, person.load - todays.filter(({ ownerNo }) => ownerNo === person.no).length),
  }))
  const work = todays
    .map((row) => asWork(row, todayOn, settings))
    .sort((a, b) => priority(a.value, a.level) - priority(b.value, b.level))
  const cells = dealOut(work, routes, staff)
  const gets = (no: string) =>
    cells.reduce((sum, { receivers }) => sum + (receivers.find((each) => each.no === no)?.count ?? 0), 0)
  return {
    cells,
    people: staff.map((person) => ({ ...person, gets: gets(person.no) })),
    unplaced: cells.reduce((sum, { unplaced }) => sum + unplaced, 0),
  }
}

function asWork(row: RowOf<typeof TODAYS_ROW>, asOf: string, settings: DecaySettings): RoutedWork {
  const { level } = decayedLevel(row.level, row.lastEvidenceOn, asOf, settings)
  return { value: valueOfTier(row.tier), level: levelToTreat(level) }
}
