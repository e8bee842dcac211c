import type { BranchRow } from '../../shared/contract/internal/branch.ts'
import { branchDay } from '../../shared/domain/branch/branch-day.ts'
import { type BranchSettings, DEFAULT_SETTINGS, settingsFrom } from '../../shared/domain/branch/settings.ts'
import { civilDateAt } from '../../shared/domain/calendar/civil-date.ts'
import {
  type CalendarSources,
  createWorkingCalendar,
  type WorkingCalendar,
  type YearNotice,
} from '../../shared/domain/calendar/working-days.ts'
import type { ReadConnection } from './connection.ts'
import { integer } from './schema/columns.ts'
import { TABLES, type TableName } from './schema.ts'
import { read } from './statement.ts'
import type { ClockAndEntropy } from './uid.ts'

const { setting, year_notice, day_override, branch } = TABLES

/** Tables whose change makes the kept settings and calendar stale. */
const WATCHED: readonly TableName[] = ['branch', 'setting', 'year_notice', 'day_override']

/** The branch as an operation finds it. */
interface BranchDay {
  /** UTC milliseconds. */
  readonly nowAt: number
  /** Today in Shanghai, or the demo branch's own day. */
  readonly todayOn: string
  readonly settings: BranchSettings
  readonly calendar: WorkingCalendar
}

/** Another number wherever another process has written since. */
const DATA_VERSION = read({ data_version: integer }, 'PRAGMA data_version')

/**
 * The branch's settings and calendar, read once and kept until a write touches them. Another process may write too, so
 * `PRAGMA data_version` is asked before each use; it is a counter in memory.
 */
export class BranchState {
  readonly #connection: ReadConnection
  readonly #daysAhead: number
  #version: unknown
  #kept: { settings: BranchSettings; calendar: WorkingCalendar; branch: BranchRow | null } | null = null

  /** @param daysAhead how far a demo branch has come from the day it was founded for */
  constructor(connection: ReadConnection, daysAhead = 0) {
    this.#connection = connection
    this.#daysAhead = daysAhead
  }

  /** Null until the branch was founded. */
  get branch(): BranchRow | null {
    return this.#current().branch
  }

  /**
   * What every operation goes by, asked for once. The clock is read after the file: inside a transaction no row that the
   * operation sees is younger than its own time.
   */
  now(clock: Pick<ClockAndEntropy, 'nowAt'>): BranchDay {
    const { settings, calendar, branch } = this.#current()
    const nowAt = clock.nowAt()
    const todayOn = branch === null ? civilDateAt(nowAt) : branchDay(branch, nowAt, this.#daysAhead)
    return { nowAt, todayOn, settings, calendar }
  }

  /** Forgets what was kept when this connection itself changed it: `data_version` only tells of the others. */
  afterWrite(tables: readonly TableName[]): void {
    if (tables.some((table) => WATCHED.includes(table))) this.#kept = null
  }

  #current() {
    const version = DATA_VERSION.get(this.#connection)?.data_version
    if (this.#kept !== null && version === this.#version) return this.#kept
    this.#version = version
    this.#kept = {
      settings: readSettings(this.#connection),
      calendar: readCalendar(this.#connection),
      branch: readBranch(this.#connection),
    }
    return this.#kept
  }
}

const BRANCH_SETTINGS = read({ value: setting.value }, `SELECT value FROM setting WHERE name = 'branch'`)

function readSettings(connection: ReadConnection): BranchSettings {
  const row = BRANCH_SETTINGS.get(connection)
  if (row === undefined) return DEFAULT_SETTINGS
  return settingsFrom(JSON.parse(row.value))
}

const YEAR_NOTICES = read(
  { year: year_notice.year, days: year_notice.days },
  'SELECT year, days FROM year_notice ORDER BY year',
)

const DAY_OVERRIDES = read(
  { on_date: day_override.on_date, working: day_override.working, reason: day_override.reason },
  'SELECT on_date, working, reason FROM day_override',
)

/** The calendar as it stands in the file, for a write that has just changed it. */
export function readCalendar(connection: ReadConnection): WorkingCalendar {
  return createWorkingCalendar(readCalendarSources(connection))
}

/** What the branch laid over the official calendar, out of which a window makes the same calendar. */
export function readCalendarSources(
  connection: ReadConnection,
): Required<Pick<CalendarSources, 'notices' | 'overrides'>> {
  const notices = YEAR_NOTICES.all(connection).map(
    (row): YearNotice => ({ year: row.year, days: JSON.parse(row.days) as YearNotice['days'] }),
  )
  const overrides = DAY_OVERRIDES.all(connection).map((row) => ({
    on: row.on_date,
    working: row.working === 1,
    reason: row.reason,
  }))
  return { notices, overrides }
}

const BRANCH = read(
  {
    name: branch.name,
    demo: branch.demo,
    demo_as_of: branch.demo_as_of,
    device_uid: branch.device_uid,
    created_at: branch.created_at,
  },
  'SELECT name, demo, demo_as_of, device_uid, created_at FROM branch WHERE id = 1',
)

/** Null until the branch was founded. */
export function readBranch(connection: ReadConnection): BranchRow | null {
  const row = BRANCH.get(connection)
  if (row === undefined) return null
  return {
    name: row.name,
    demo: row.demo === 1,
    demoAsOf: row.demo_as_of,
    deviceUid: row.device_uid,
    foundedOn: civilDateAt(row.created_at),
  }
}
