import { refreshFactsOf } from '../../../src/main/records/facts/refresh.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { DEFAULT_TIER_LINES, type Tier } from '../../../src/shared/domain/customer/tiers.ts'
import { HEAD, openEngine, type TestEngine } from '../engine/open-engine.ts'

export { HEAD } from '../engine/open-engine.ts'
export const TELLER: SessionStaff = { no: '1001', name: '孙甜', role: 'teller' }
export const LOBBY: SessionStaff = { no: '2001', name: '李敏', role: 'lobby' }
export const RM: SessionStaff = { no: '3001', name: '周正', role: 'rm' }
export const OTHER_RM: SessionStaff = { no: '3002', name: '吴越', role: 'rm' }
export const ADMIN: SessionStaff = { no: '9001', name: '系统', role: 'admin' }

/** An instant of a day at noon in Shanghai, UTC milliseconds. */
export function noonOf(on: string): number {
  return Date.parse(`${on}T12:00:00+08:00`)
}

/** A founded branch with two managers, a lobby, a teller and an administrator. */
export function openCounter(todayOn: string): TestEngine {
  const engine = openEngine(todayOn)
  for (const { no, name, role } of [TELLER, LOBBY, RM, OTHER_RM, ADMIN]) {
    engine.runner.run('staff.insert', { no, name, role }, HEAD)
  }
  return engine
}

export interface InventedPerson {
  readonly uid: string
  readonly id: number
  readonly name: string
  readonly phone: string
  readonly idNumber: string
}

export interface PersonTraits {
  readonly name?: string
  readonly birthOn?: string
  readonly ownerNo?: string
  readonly tier?: Tier
  /** Makes this record one that was merged into that person. */
  readonly mergedInto?: InventedPerson
}

/** An invented customer; the tier comes from money in an account, by way of the real facts. */
export function addPerson(engine: TestEngine, traits: PersonTraits = {}): InventedPerson {
  const count = engine.connection.statement<{ n: number }>('SELECT count(*) AS n FROM customer').get()?.n ?? 0
  const serial = String(count + 1).padStart(4, '0')
  const person = {
    uid: `0190a1b2-0000-7000-8000-00000000${serial}`,
    name: traits.name ?? `测试${serial}`,
    phone: `1000000${serial}`,
    idNumber: `99999919800101${serial}`,
  }
  const { lastInsertRowid } = engine.connection
    .statement(
      `INSERT INTO customer (uid, customer_no, name, pinyin, initials, phone, id_number, id_checked, birth_on,
         owner_no, merged_into, source, as_of, created_at, updated_at)
       VALUES (?, ?, ?, 'ceshi', 'cs', ?, ?, 1, ?, ?, ?, 'test', '2026-01-01', 0, 0)`,
    )
    .run(
      person.uid,
      `C${serial}`,
      person.name,
      person.phone,
      person.idNumber,
      traits.birthOn ?? '1980-01-01',
      traits.ownerNo ?? null,
      traits.mergedInto?.id ?? null,
    )
  const id = Number(lastInsertRowid)
  if (traits.mergedInto === undefined) endow(engine, id, serial, traits.tier ?? 'standard')
  return { ...person, id }
}

function endow(engine: TestEngine, customerId: number, serial: string, tier: Tier): void {
  const balanceFen = DEFAULT_TIER_LINES.find((line) => line.tier === tier)?.fromFen ?? 0
  engine.connection
    .statement(
      `INSERT INTO account (uid, account_no, customer_id, kind, product_name, balance_fen, balance_source, opened_on,
         status, as_of, updated_at)
       VALUES (?, ?, ?, 'demand', '活期', ?, 'extract', '2020-01-01', 'open', '2026-01-01', 0)`,
    )
    .run(`account-${serial}`, `A${serial}`, customerId, balanceFen)
  const { todayOn, settings } = engine.runner.readContext(HEAD)
  refreshFactsOf(engine.connection, [customerId], { asOf: todayOn, settings })
}

/** One row, or nothing. */
export function rowOf<Row>(engine: TestEngine, sql: string, ...values: (string | number)[]): Row | undefined {
  return engine.connection.statement<Row>(sql).get(...values)
}
