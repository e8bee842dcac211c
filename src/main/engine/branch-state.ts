import type { BranchRow } from '../../shared/contract/internal/branch.ts'
import {
  type BranchSettings,
  branchSettingsSchema,
  DEFAULT_SETTINGS,
} from '../../shared/domain/branch/settings.ts'
import { addDays, civilDateAt } from '../../shared/domain/calendar/civil-date.ts'
import {
  createWorkingCalendar,
  type WorkingCalendar,
  type YearNotice,
} from '../../shared/domain/calendar/working-days.ts'
import type { Connection } from './connection.ts'
import type { TableName } from './schema.ts'
import type { Chance } from './uid.ts'

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

/**
 * The branch's settings and calendar, read once and kept until a write touches them. Another process may write too, so
 * `PRAGMA data_version` is asked before each use; it is a counter in memory.
 */
export class BranchState {
  readonly #connection: Connection
  readonly #daysAhead: number
  #version: unknown
  #kept: { settings: BranchSettings; calendar: WorkingCalendar; branch: BranchRow | null } | null = null

  /** @param daysAhead how far a demo branch has come from the day it was founded for */
  constructor(connection: Connection, daysAhead = 0) {
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
  now(clock: Pick<Chance, 'nowAt'>): BranchDay {
    const { settings, calendar, branch } = this.#current()
    const nowAt = clock.nowAt()
    const demoOn = branch?.demoAsOf ?? null
    const todayOn = demoOn === null ? civilDateAt(nowAt) : addDays(demoOn, this.#daysAhead)
    return { nowAt, todayOn, settings, calendar }
  }

  /** Forgets what was kept when this connection itself changed it: `data_version` only tells of the others. */
  afterWrite(tables: readonly TableName[]): void {
    if (tables.some((table) => WATCHED.includes(table))) this.#kept = null
  }

  #current() {
    const version = this.#connection
      .statement<{ data_version: number }>('PRAGMA data_version')
      .get()?.data_version
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

function readSettings(connection: Connection): BranchSettings {
  const row = connection.statement<{ value: string }>(`SELECT value FROM setting WHERE name = 'branch'`).get()
  if (row === undefined) return DEFAULT_SETTINGS
  // A branch that saved its settings before a rule was added keeps its own for all the others.
  const parsed = branchSettingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...JSON.parse(row.value) })
  return parsed.success ? parsed.data : DEFAULT_SETTINGS
}

/** The calendar as it stands in the file, for a write that has just changed it. */
export function readCalendar(connection: Connection): WorkingCalendar {
  const notices = connection
    .statement<{ year: number; days: string }>('SELECT year, days FROM year_notice ORDER BY year')
    .all()
    .map((row): YearNotice => ({ year: row.year, days: JSON.parse(row.days) as YearNotice['days'] }))
  const overrides = connection
    .statement<{ on_date: string; working: number; reason: string }>(
      'SELECT on_date, working, reason FROM day_override',
    )
    .all()
    .map((row) => ({ on: row.on_date, working: row.working === 1, reason: row.reason }))
  return createWorkingCalendar({ notices, overrides })
}

/** Null until the branch was founded. */
export function readBranch(connection: Connection): BranchRow | null {
  const row = connection
    .statement<{ name: string; demo: number; demo_as_of: string | null; device_uid: string }>(
      'SELECT name, demo, demo_as_of, device_uid FROM branch WHERE id = 1',
    )
    .get()
  if (row === undefined) return null
  return { name: row.name, demo: row.demo === 1, demoAsOf: row.demo_as_of, deviceUid: row.device_uid }
}
