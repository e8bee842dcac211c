import { refreshFacts } from '../../../src/main/records/facts/refresh.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'
import { nameKeys } from '../../../src/shared/domain/text/person-name.ts'
import { insert, sql } from '../engine/builder.ts'
import { openEngine, type TestEngine } from '../engine/open-engine.ts'

export const TODAY = '2026-11-20'

export interface InventedPerson {
  readonly name: string
  readonly phone?: string | null
  readonly idNumber?: string | null
  readonly birthOn?: string | null
  readonly householdNo?: string
  readonly address?: string
  readonly employer?: string
  readonly balanceFen?: number
  readonly ownerNo?: string
}

export interface Added {
  readonly id: number
  readonly uid: string
  readonly accountId: number
}

interface Movement {
  readonly on: string
  readonly yuan: number
  readonly kind?: string
  readonly channel?: string | null
}

/** A number of a region that does not exist, with its right check digit. */
export function inventedId(birthOn: string, serial: number): string {
  const first17 = `999999${birthOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first17 + checkDigit(first17)
}

/** A branch into which a test puts people, without an import. */
export class BranchPeople {
  readonly engine: TestEngine = openEngine(TODAY)
  #serial = 0

  add(person: InventedPerson): Added {
    const serial = ++this.#serial
    const { connection } = this.engine
    const uid = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`
    const { pinyin, initials } = nameKeys(person.name)
    const id = insert(
      connection,
      sql.insertInto('customer').values({
        uid,
        customer_no: `C${String(serial).padStart(7, '0')}`,
        name: person.name,
        pinyin,
        initials,
        birth_on: person.birthOn ?? null,
        id_number: person.idNumber ?? null,
        id_checked: person.idNumber == null ? null : 1,
        phone: person.phone ?? null,
        address: person.address ?? null,
        employer: person.employer ?? null,
        household_no: person.householdNo ?? null,
        source: '测试抽取',
        as_of: TODAY,
        created_at: 0,
        updated_at: 0,
        ...NOTHING_ELSE,
        owner_no: person.ownerNo ?? null,
      }),
    )
    return { id, uid, accountId: this.account(id, { balanceFen: person.balanceFen ?? 0 }) }
  }

  account(
    customerId: number,
    account: {
      readonly balanceFen: number
      readonly kind?: 'demand' | 'term' | 'wealth'
      readonly openedOn?: string
      readonly maturesOn?: string
      readonly status?: 'open' | 'closed'
    },
  ): number {
    const serial = ++this.#serial
    return insert(
      this.engine.connection,
      sql.insertInto('account').values({
        uid: `account-${serial}`,
        account_no: `62999900${String(serial).padStart(8, '0')}`,
        customer_id: customerId,
        kind: account.kind ?? 'demand',
        product_name: '',
        balance_fen: account.balanceFen,
        balance_source: 'extract',
        opened_on: account.openedOn ?? '2015-01-05',
        matures_on: account.maturesOn ?? null,
        rate_percent: null,
        status: account.status ?? 'open',
        import_id: null,
        as_of: TODAY,
        updated_at: 0,
      }),
    )
  }

  card(customerId: number, number: string): void {
    const serial = ++this.#serial
    insert(
      this.engine.connection,
      sql.insertInto('card').values({
        uid: `card-${serial}`,
        card_no: `card-${serial}`,
        customer_id: customerId,
        account_id: null,
        number,
        kind: 'debit',
        grade: null,
        issued_on: null,
        status: 'open',
        import_id: null,
        as_of: TODAY,
        updated_at: 0,
      }),
    )
  }

  /** Money in where `yuan` is positive, out where it is negative. */
  move(person: Pick<Added, 'id' | 'accountId'>, movement: Movement): void {
    insert(
      this.engine.connection,
      sql.insertInto('txn').values({
        customer_id: person.id,
        on_date: movement.on,
        txn_no: `T${++this.#serial}`,
        account_id: person.accountId,
        direction: movement.yuan > 0 ? 'in' : 'out',
        amount_fen: Math.abs(movement.yuan) * 100,
        balance_fen: null,
        kind: movement.kind ?? 'transfer',
        channel: movement.channel ?? null,
        note: null,
        import_id: 1,
      }),
    )
  }

  event(
    customerId: number,
    event: {
      readonly on: string
      readonly code: string
      readonly kind?: 'basic' | 'non-transaction' | 'channel'
      readonly product?: 'wealth' | 'loan'
      readonly channel?: string
    },
  ): void {
    insert(
      this.engine.connection,
      sql.insertInto('timeline_event').values({
        uid: `event-${++this.#serial}`,
        customer_id: customerId,
        on_date: event.on,
        kind: event.kind ?? 'non-transaction',
        code: event.code,
        channel: event.channel ?? null,
        product: event.product ?? null,
        text: null,
        staff_no: null,
        import_id: null,
        created_at: 0,
      }),
    )
  }

  contact(customerId: number, on: string, channel = 'phone'): void {
    insert(
      this.engine.connection,
      sql.insertInto('contact').values({
        uid: `contact-${++this.#serial}`,
        customer_id: customerId,
        intent_id: null,
        channel,
        outcome: 'reached',
        marketing: 0,
        note: '',
        on_date: on,
        at: 0,
        staff_no: '8001',
      }),
    )
  }

  pair(leftId: number, rightId: number, reason: 'same-phone' | 'same-id' = 'same-phone'): string {
    const uid = `00000000-0000-7000-9000-${String(++this.#serial).padStart(12, '0')}`
    insert(
      this.engine.connection,
      sql.insertInto('duplicate_pair').values({
        uid,
        left_id: Math.min(leftId, rightId),
        right_id: Math.max(leftId, rightId),
        reason,
        import_id: null,
        decided_by: null,
      }),
    )
    return uid
  }

  tag(customerId: number, text: string): void {
    this.engine.connection
      .statement(`INSERT INTO tag (customer_id, kind, text, source) VALUES (?, 'preference', ?, 'staff')`)
      .run(customerId, text)
  }

  /** Computes everyone's facts and puts them into the search, as the end of an import does. */
  refresh(asOf = TODAY): void {
    const { connection } = this.engine
    const last = connection.statement<{ id: number }>('SELECT max(id) AS id FROM customer').get()?.id ?? 0
    refreshFacts(connection, { fromId: 1, toId: last }, { asOf, settings: DEFAULT_SETTINGS })
  }

  /** Names found by a search, unmasked by the test itself, best first. */
  namesFound(text: string, limit = 20): string[] {
    const name = this.engine.connection.statement<{ name: string }>('SELECT name FROM customer WHERE uid = ?')
    return this.engine
      .run('customers.search', { text, limit })
      .lines.map((line) => name.get(line.uid)?.name ?? '')
  }

  close(): void {
    this.engine.close()
  }
}

const NOTHING_ELSE = {
  sex: 'unknown',
  occupation: null,
  industry: null,
  housing: null,
  income_fen: null,
  marriage: null,
  education: null,
  family: null,
  risk_grade: null,
  risk_assessed_on: null,
  risk_expires_on: null,
  channel_preference: null,
  hobbies: null,
  leaning: null,
  owner_no: null,
  merged_into: null,
  merge_reason: null,
  import_id: null,
} as const
