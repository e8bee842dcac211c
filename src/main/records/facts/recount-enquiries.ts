import { wealthEnquiries } from '../../../shared/domain/customer/findings.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import { TABLES, type TableName } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'
import { mayBeAnalysed } from './compute.ts'
import { findingBit } from './finding-bits.ts'
import { readAnalysisConsents, readEnquiries, tallyFor } from './read-tallies.ts'
import { type FactBasis, REFRESHED_TABLES, refreshFactsOf } from './refresh.ts'
import type { Tally } from './tally.ts'
import { windowsFor } from './windows.ts'

const ENQUIRIES = findingBit('wealth-enquiries')

const FINDINGS_OF_PERSON = read(
  { findings: TABLES.customer_facts.findings },
  'SELECT findings FROM customer_facts WHERE customer_id = ?',
)

const SAY_ENQUIRIES = write(
  'UPDATE customer_facts SET enquiries_90d = ?, last_enquiry_on = ?, as_of = ? WHERE customer_id = ?',
)

const SAY_FINDINGS = write('UPDATE customer_facts SET findings = ? WHERE customer_id = ?')

const RECORDS = read({ id: TABLES.customer.id }, RECORDS_OF_PERSON)

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
  const stored = FINDINGS_OF_PERSON.get(connection, personId)
  if (stored === undefined) {
    refreshFactsOf(connection, [personId], basis)
    return REFRESHED_TABLES
  }
  const tally = enquiriesOf(connection, personId, basis)
  const { enquiries90d, lastEnquiryOn } = tally
  const found =
    mayBeAnalysed(tally) &&
    wealthEnquiries({ facts: { enquiries90d, lastEnquiryOn }, settings: basis.settings }) !== null
  SAY_ENQUIRIES.run(connection, enquiries90d, lastEnquiryOn, basis.asOf, personId)
  const findings = found ? stored.findings | ENQUIRIES : stored.findings & ~ENQUIRIES
  // Naming the column alone makes SQLite write every index that holds it, whether its value changes or not.
  if (findings === stored.findings) return ['customer_facts']
  SAY_FINDINGS.run(connection, findings, personId)
  return ['customer_facts', 'customer_count']
}

function enquiriesOf(connection: ReadConnection, personId: number, { asOf }: FactBasis): Tally {
  const windows = windowsFor(asOf)
  const recordIds = RECORDS.all(connection, personId, personId).map(({ id }) => id)
  const tallies = new Map<number, Tally>()
  const tally = tallyFor(tallies, recordIds, windows)
  for (const id of recordIds) {
    readEnquiries(connection, tallies, { fromId: id, toId: id }, windows)
    readAnalysisConsents(connection, tallies, { fromId: id, toId: id })
  }
  return tally
}
