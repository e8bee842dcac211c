import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import { type CustomerFacts, NOTHING_KNOWN } from '../../../shared/domain/customer/customer-facts.ts'
import { type Tier, tierOf } from '../../../shared/domain/customer/tiers.ts'
import type { Connection } from '../../engine/connection.ts'

export interface KnownFacts {
  readonly tier: Tier
  readonly facts: CustomerFacts
}

type FactsRow = CustomerFacts & { readonly tier: Tier }

const FACTS = `SELECT tier, aum_fen AS aumFen, aum_average_fen AS aumAverageFen, deposit_fen AS depositFen,
    investment_fen AS investmentFen, loan_fen AS loanFen, last_active_on AS lastActiveOn,
    last_visit_on AS lastVisitOn, largest_90d_fen AS largest90dFen, largest_90d_on AS largest90dOn,
    enquiries_90d AS enquiries90d, last_enquiry_on AS lastEnquiryOn, next_maturity_on AS nextMaturityOn,
    next_maturity_fen AS nextMaturityFen, inflow_90d_fen AS inflow90dFen, outflow_90d_fen AS outflow90dFen,
    retention_percent AS retentionPercent, salary_months AS salaryMonths,
    balance_peak_12m_fen AS balancePeak12mFen
  FROM customer_facts WHERE customer_id = ?`

/**
 * What is known of a person, with the tier that follows from it.
 * @param rootId the record that others were merged into
 */
export function readFacts(connection: Connection, rootId: number, settings: BranchSettings): KnownFacts {
  const row = connection.statement<FactsRow>(FACTS).get(rootId)
  if (row === undefined) {
    return { tier: tierOf(0, settings.tierLines), facts: NOTHING_KNOWN }
  }
  const { tier, ...facts } = row
  return { tier, facts }
}
