import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import { type CustomerFacts, NOTHING_KNOWN } from '../../../shared/domain/customer/customer-facts.ts'
import { type Tier, tierOf } from '../../../shared/domain/customer/tiers.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

export interface KnownFacts {
  readonly tier: Tier
  readonly facts: CustomerFacts
}

const { customer_facts } = TABLES

const FACTS_OF_PERSON = read(
  {
    tier: customer_facts.tier,
    aumFen: customer_facts.aum_fen,
    aumAverageFen: customer_facts.aum_average_fen,
    depositFen: customer_facts.deposit_fen,
    investmentFen: customer_facts.investment_fen,
    loanFen: customer_facts.loan_fen,
    lastActiveOn: customer_facts.last_active_on,
    lastVisitOn: customer_facts.last_visit_on,
    largest90dFen: customer_facts.largest_90d_fen,
    largest90dOn: customer_facts.largest_90d_on,
    enquiries90d: customer_facts.enquiries_90d,
    lastEnquiryOn: customer_facts.last_enquiry_on,
    nextMaturityOn: customer_facts.next_maturity_on,
    nextMaturityFen: customer_facts.next_maturity_fen,
    inflow90dFen: customer_facts.inflow_90d_fen,
    outflow90dFen: customer_facts.outflow_90d_fen,
    retentionPercent: customer_facts.retention_percent,
    salaryMonths: customer_facts.salary_months,
    balancePeak12mFen: customer_facts.balance_peak_12m_fen,
    unknownBalances: customer_facts.unknown_balances,
  },
  `SELECT tier, aum_fen AS aumFen, aum_average_fen AS aumAverageFen, deposit_fen AS depositFen,
     investment_fen AS investmentFen, loan_fen AS loanFen, last_active_on AS lastActiveOn,
     last_visit_on AS lastVisitOn, largest_90d_fen AS largest90dFen, largest_90d_on AS largest90dOn,
     enquiries_90d AS enquiries90d, last_enquiry_on AS lastEnquiryOn, next_maturity_on AS nextMaturityOn,
     next_maturity_fen AS nextMaturityFen, inflow_90d_fen AS inflow90dFen, outflow_90d_fen AS outflow90dFen,
     retention_percent AS retentionPercent, salary_months AS salaryMonths,
     balance_peak_12m_fen AS balancePeak12mFen, unknown_balances AS unknownBalances
   FROM customer_facts WHERE customer_id = ?`,
)

/**
 * What is known of a person, with the tier that follows from it.
 * @param rootId the record that others were merged into
 */
export function readFacts(connection: ReadConnection, rootId: number, settings: BranchSettings): KnownFacts {
  const row = FACTS_OF_PERSON.get(connection, rootId)
  if (row === undefined) {
    return { tier: tierOf(0, settings.tierLines), facts: NOTHING_KNOWN }
  }
  const { tier, ...facts } = row
  return { tier, facts }
}
