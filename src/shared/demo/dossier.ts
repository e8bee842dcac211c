import { customerKeyOf } from './allocation.ts'
import { drawBorrowing } from './borrowing.ts'
import type { BranchFrame } from './branch-year.ts'
import { drawMovements } from './cashflow.ts'
import { drawContacts } from './contacts.ts'
import { customerOf, drawAssessment } from './customer-profile.ts'
import { drawHoldings } from './holdings.ts'
import { BLOCK_SIZE, type Member, membersOfBlock } from './households.ts'
import { keepLedger } from './ledger.ts'
import { drawPersona } from './persona.ts'
import { seededRecordParts } from './planted.ts'
import { at, Random } from './random.ts'
import { accountsOf, cardsOf, type DossierParts, loansOf, transactionsOf } from './row-writing.ts'
import type { DemoDossier } from './rows.ts'
import { SEEDED_COUNT } from './stories.ts'

/** Older customers prefer deposits. */
const CAUTIOUS_AGE = 55

/** A function from a customer's index to everything about them; it keeps the last block of families at hand. */
export function createDossierWriter(frame: BranchFrame): (index: number) => DemoDossier {
  const memberAt = createMemberLookup(frame)
  return (index) => {
    const parts = index < SEEDED_COUNT ? seededRecordParts(frame, index) : drawParts(frame, memberAt(index))
    return writeDossier(frame, parts)
  }
}

function createMemberLookup({ seed, today }: BranchFrame): (index: number) => Member {
  let base = -1
  let members: readonly Member[] = []
  return (index) => {
    const seat = (index - SEEDED_COUNT) % BLOCK_SIZE
    if (base !== index - seat) {
      base = index - seat
      members = membersOfBlock(seed, today, base)
    }
    return at(members, seat)
  }
}

function drawParts(
  { seed, today, year, transactionsPerCustomer }: BranchFrame,
  member: Member,
): DossierParts {
  const { index } = member
  const persona = drawPersona(seed, today, member)
  const contact = Random.of(seed, 'contact', index)
  const placing = Random.of(seed, 'holdings', index)
  const assessment = drawAssessment(contact, persona.age, today)
  const holdings = drawHoldings(placing, persona.aumFen, persona.age >= CAUTIOUS_AGE, today)
  const borrowing = drawBorrowing(Random.of(seed, 'borrowing', index), persona.age, today)
  const cashflow = Random.of(seed, 'cashflow', index)
  return {
    persona,
    assessment,
    holdings,
    borrowing,
    movements: drawMovements(cashflow, persona, holdings.demandFen, borrowing, transactionsPerCustomer, year),
    contacts: drawContacts(contact, persona, year),
  }
}

function writeDossier({ seed, year, today }: BranchFrame, parts: DossierParts): DemoDossier {
  const { persona, holdings, movements, contacts } = parts
  const customerKey = customerKeyOf(persona.index)
  const details = Random.of(seed, 'details', persona.index)
  const ledger = keepLedger(movements, holdings.demandFen)
  return {
    customer: customerOf(seed, details, persona, parts.assessment),
    accounts: accountsOf(details, customerKey, holdings, ledger, year),
    transactions: transactionsOf(customerKey, ledger, year),
    loans: loansOf(customerKey, parts.borrowing),
    cards: cardsOf(details, persona, today),
    ...contacts,
  }
}
