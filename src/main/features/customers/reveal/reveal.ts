import type { SourcedField } from '../../../../shared/contract/customers.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { requireReason } from '../../../../shared/domain/consent/reason.ts'
import { mayReveal, type RevealGroup } from '../../../../shared/domain/customer/field-access.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { requireOpened } from '../../../records/people/opened.ts'
import { clearFields } from '../panel/fields.ts'
import { recordsOf, uidsOf } from '../panel/records.ts'

/**
 * Gives one group of a person's fields in the clear, once (P2). Nothing stays open: the panel goes on being masked, and
 * the next look needs its own reason. Throws `customers.reasonTooShort`, `customers.revealNotAllowed`,
 * `customers.notFound`, `customers.notOpened`.
 * @param reason why, in the reader's words; it is written into the audit
 */
export function revealFields(
  context: WriteContext,
  uid: string,
  group: RevealGroup,
  reason: string,
): SourcedField[] {
  requireReason(reason)
  if (!mayReveal(context.staff.role, group)) throw new AppError('customers.revealNotAllowed', { group })
  const records = recordsOf(context.connection, uid)
  requireOpened(context, uidsOf(records))
  context.about(records.root.uid)
  context.note({ group, reason })
  return clearFields(records.all, group)
}
