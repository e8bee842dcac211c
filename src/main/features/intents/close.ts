import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { mayEndIntent } from '../../../shared/domain/work/intent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { requireOpenIntent } from '../../records/intents/open-intent.ts'
import { closeIntent } from '../../records/intents/write-intent.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'

/**
 * Ends an intent without a contact: business done elsewhere, the wish gone, or a mistake. Who may is decision 014.
 * @throws AppError `intents.notFound`, `intents.closed`, `intents.notYours`
 */
export function close(
  context: WriteContext,
  { intentUid, outcome, note }: ParsedInputOf<'intents.close'>,
): null {
  const { connection, staff } = context
  const intent = requireOpenIntent(connection, intentUid)
  if (!mayEndIntent(intent, staff)) {
    const name = counterStaff(connection, intent.ownerNo)?.name ?? intent.ownerNo
    throw new AppError('intents.notYours', { name })
  }
  closeIntent(context, intent.id, outcome, note)
  context.about(intent.personUid)
  context.note({ outcome })
  return null
}
