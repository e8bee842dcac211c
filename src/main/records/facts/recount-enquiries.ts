import { wealthEnquiries } from '../../../shared/domain/customer/findings.ts'
import type { Connection } from '../../engine/connection.ts'
import type { TableName } from '../../engine/schema.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'
import { mayBeAnalysed } from './compute.ts'
import { findingBit } from './finding-bits.ts'
import { readAnalysisConsents, readEnquiries, tallyFor } from './read-tallies.ts'
import { type FactBasis, REFRESHED_TABLES, refreshFactsOf } from './refresh.ts'
import type { Tally } from './tally.ts'
import { windowsFor } from './windows.ts'

const ENQUIRIES = findingBit('wealth-enquiries')

/**
 * Counts a person's enquiries about wealth products anew and says so in their facts. A flag is made while a customer
 * stands at the counter, and nothing else of the facts rests on it, so neither a year of transactions is read nor any
 * other column touched. Someone without facts gets all of them.
 * @param personId the record that others were merged into
 * @returns the tables that may have changed
 */
export function recountEnquiries(
  connection: Connection,
  personId: number,
  basis: FactBasis,
): readonly TableName[] {
  const stored = connection
    .statement<{ findings: number }>('SELECT findings FROM customer_facts WHERE customer_id = ?')
    .get(personId)
  if (stored === undefined) {
    refreshFactsOf(connection, [personId], basis)
    return REFRESHED_TABLES
  }
  const tally = enquiriesOf(connection, personId, basis)
  const { enquiries90d, lastEnquiryOn } = tally
  const found =
    mayBeAnalysed(tally) &&
    wealthEnquiries({ facts: { enquiries90d, lastEnquiryOn }, settings: basis.settings }) !== null
  connection
    .statement(
      'UPDATE customer_facts SET enquiries_90d = ?, last_enquiry_on = ?, as_of = ? WHERE customer_id = ?',
    )
    .run(enquiries90d, lastEnquiryOn, basis.asOf, personId)
  const findings = found ? stored.findings | ENQUIRIES : stored.findings & ~ENQUIRIES
  // Naming the column alone makes SQLite write every index that holds it, whether its value changes or not.
  if (findings === stored.findings) return ['customer_facts']
  connection.statement('UPDATE customer_facts SET findings = ? WHERE customer_id = ?').run(findings, personId)
  return ['customer_facts', 'customer_count']
}

function enquiriesOf(connection: Connection, personId: number, { asOf }: FactBasis): Tally {
  const windows = windowsFor(asOf)
  const recordIds = connection
    .statement<{ id: number }>(RECORDS_OF_PERSON)
    .all(personId, personId)
    .map(({ id }) => id)
  const tallies = new Map<number, Tally>()
  const tally = tallyFor(tallies, recordIds, windows)
  for (const id of recordIds) {
    readEnquiries(connection, tallies, { fromId: id, toId: id }, windows)
    readAnalysisConsents(connection, tallies, { fromId: id, toId: id })
  }
  return tally
}
