import type { ContactToCorrect } from '../../../../shared/contract/contact-versions.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { maskFreeText } from '../../../../shared/domain/text/masking.ts'
import { CHANNELS } from '../../../../shared/domain/work/contact.ts'
import { barTo } from '../../../../shared/domain/work/contact-effects.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { versionsOf } from '../../../records/contacts/read-versions.ts'
import { asCustomerLine } from '../../../records/people/customer-line.ts'
import { RECORDS_OF_PERSON } from '../../../records/people/person.ts'
import { prohibitionsOf } from '../../../records/people/prohibitions.ts'
import { requireCorrectable } from './correctable.ts'

const NAMES_OF_PERSON = read(
  { name: TABLES.customer.name },
  `SELECT name FROM customer WHERE id IN (${RECORDS_OF_PERSON})`,
)

/**
 * A contact as it stands, for whoever may correct it (F6).
 * @throws AppError `followups.notFound`, `followups.notYourContact`, `customers.notOpened`
 */
export function contact(
  context: ReadContext,
  { contactUid }: ParsedInputOf<'followups.contact'>,
): ContactToCorrect {
  const { connection, todayOn } = context
  const row = requireCorrectable(context, contactUid)
  const { id, personId, product, on, channel, outcome, staffName } = row
  const names = NAMES_OF_PERSON.all(connection, personId, personId).map(({ name }) => name)
  const versions = versionsOf(context, [id], names).get(id)
  if (versions === undefined) throw new AppError('followups.notFound')
  const note = maskFreeText(row.note, names)
  const prohibitions = prohibitionsOf(connection, personId, todayOn)
  return {
    ...versions,
    customer: asCustomerLine(row),
    product,
    on,
    channel,
    outcome,
    staffName,
    note,
    noteIsMasked: note !== row.note,
    closedChannels: CHANNELS.filter((each) => barTo(prohibitions, each) !== null),
  }
}
