import { DEFAULT_TIER_LINES, tierOf } from '../domain/customer/tiers.ts'
import { cardNumberOf, customerKeyOf } from './allocation.ts'
import type { Borrowing } from './borrowing.ts'
import type { BranchYear } from './branch-year.ts'
import type { Contacts } from './contacts.ts'
import type { Assessment } from './customer-profile.ts'
import { civilDateOf, type DayNumber } from './day-number.ts'
import type { Holdings } from './holdings.ts'
import type { Ledger } from './ledger.ts'
import type { Movement } from './movements.ts'
import type { Persona } from './persona.ts'
import { DEMAND_PRODUCT, DEMAND_RATE_PERCENT } from './product-shelf.ts'
import type { Random } from './random.ts'
import type { DemoAccount, DemoCard, DemoLoan, DemoTransaction } from './rows.ts'

/** What was decided about a customer, before it is written down as rows. */
export interface DossierParts {
  readonly persona: Persona
  readonly assessment: Assessment | null
  readonly holdings: Holdings
  readonly borrowing: Borrowing | null
  readonly movements: readonly Movement[]
  readonly contacts: Contacts
}

const CREDIT_CARD_SHARE = 0.28
const CREDIT_CARD_AGES = [20, 68] as const
const DEBIT_CARD_AGE = 16
const DEBIT_GRADES = { standard: '普卡', preferred: '金卡', 'high-net-worth': '白金卡' } as const

function accountKeyOf(customerKey: string, place: number): string {
  return `A${customerKey.slice(1)}${String(place).padStart(2, '0')}`
}

/** The account that all movements go over. */
function demandAccountKeyOf(customerKey: string): string {
  return accountKeyOf(customerKey, 1)
}

export function accountsOf(
  random: Random,
  customerKey: string,
  holdings: Holdings,
  ledger: Ledger,
  year: BranchYear,
): DemoAccount[] {
  const demand: DemoAccount = {
    key: demandAccountKeyOf(customerKey),
    customerKey,
    kind: 'demand',
    productName: DEMAND_PRODUCT,
    balanceFen: ledger.closingFen,
    openedOn: civilDateOf(year.first - random.between(30, 4000)),
    maturesOn: null,
    ratePercent: DEMAND_RATE_PERCENT,
    status: 'open',
  }
  const placed = holdings.placements.map(
    ({ opened, matures, ...placement }, place): DemoAccount => ({
      key: accountKeyOf(customerKey, place + 2),
      customerKey,
      ...placement,
      openedOn: civilDateOf(opened),
      maturesOn: matures === null ? null : civilDateOf(matures),
    }),
  )
  return [demand, ...placed]
}

export function transactionsOf(customerKey: string, ledger: Ledger, year: BranchYear): DemoTransaction[] {
  const accountKey = demandAccountKeyOf(customerKey)
  const keyStem = `T${customerKey.slice(1)}`
  return ledger.entries.map(({ movement, amountFen, balanceFen }, place) => ({
    key: keyStem + String(place + 1).padStart(4, '0'),
    accountKey,
    customerKey,
    on: year.on(movement.day),
    direction: movement.direction,
    amountFen,
    balanceFen,
    kind: movement.kind,
    channel: movement.channel,
    note: movement.note,
  }))
}

export function loansOf(customerKey: string, borrowing: Borrowing | null): DemoLoan[] {
  if (!borrowing) return []
  const { started, ends, ...terms } = borrowing
  return [
    {
      key: `L${customerKey.slice(1)}`,
      customerKey,
      accountKey: demandAccountKeyOf(customerKey),
      ...terms,
      startedOn: civilDateOf(started),
      endsOn: civilDateOf(ends),
    },
  ]
}

export function cardsOf(random: Random, { index, age, aumFen }: Persona, today: DayNumber): DemoCard[] {
  const customerKey = customerKeyOf(index)
  const card = (kind: DemoCard['kind'], grade: string): DemoCard => ({
    key: `K${customerKey.slice(1)}${kind === 'debit' ? '1' : '2'}`,
    customerKey,
    accountKey: demandAccountKeyOf(customerKey),
    number: cardNumberOf(index, kind),
    kind,
    grade,
    issuedOn: civilDateOf(today - random.between(40, 2500)),
    status: 'active',
  })
  const [fromAge, toAge] = CREDIT_CARD_AGES
  const hasCredit = random.chance(CREDIT_CARD_SHARE) && age >= fromAge && age <= toAge
  return [
    ...(age >= DEBIT_CARD_AGE ? [card('debit', DEBIT_GRADES[tierOf(aumFen, DEFAULT_TIER_LINES)])] : []),
    ...(hasCredit ? [card('credit', '标准信用卡')] : []),
  ]
}
