import type { OpenIntent } from '../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { mayHandOverIntent } from '../../../shared/domain/work/intent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { readIntentLine } from '../../records/intents/intent-line.ts'
import { requireOpenIntent } from '../../records/intents/open-intent.ts'
import { handOverIntent } from '../../records/intents/write-intent.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'

/**
 * Hands an intent to somebody else; the promised date stays.
 * Who shares out work may hand on anyone's, a relationship manager only their own.
 * @throws AppError `call.notAllowed`, `intents.notFound`, `intents.closed`, `followups.ownerUnknown` for staff who are inactive or see no customers
 */
export function reassign(
  context: WriteContext,
  { intentUid, ownerNo }: ParsedInputOf<'intents.reassign'>,
): OpenIntent {
  const { connection, staff, todayOn, settings } = context
  const intent = requireOpenIntent(connection, intentUid)
  if (!mayHandOverIntent(intent, staff)) throw new AppError('call.notAllowed')
  if (counterStaff(connection, ownerNo) === undefined) throw new AppError('followups.ownerUnknown')
  handOverIntent(context, intent.id, ownerNo)
  context.about(intent.personUid)
  context.note({ from: intent.ownerNo, to: ownerNo })
  const line = readIntentLine(connection, intent.id, todayOn, settings)
  if (line === undefined) throw new AppError('intents.notFound')
  return line.intent
}
