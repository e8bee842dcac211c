import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { mayReopen, needsWords } from '../../../shared/domain/consent/consent-change.ts'
import type { WriteContext } from '../../engine/context.ts'
import { currentConsentText } from '../../records/consents/consent-text.ts'
import { recordConsent } from '../../records/consents/record-consent.ts'
import { refuseChannel, reopenChannel } from '../../records/consents/refuse-channel.ts'
import { requireOpened } from '../../records/people/opened.ts'
import { requirePerson, uidsOfPerson } from '../../records/people/person.ts'

/**
 * Writes down what a customer said of being contacted (P3): purposes they agree to or withdraw, channels they refuse or
 * open again. A refused channel opens only with their consent to marketing in the same write, and the database asks for
 * it too.
 * @throws AppError `customers.notFound`, `customers.notOpened`, `consents.reopenNeedsConsent`, `consents.textChanged`
 */
export function record(context: WriteContext, input: ParsedInputOf<'consents.record'>): null {
  const { connection } = context
  const person = requirePerson(connection, input.customerUid)
  requireOpened(context, uidsOfPerson(connection, person.id))
  if (!mayReopen(input)) throw new AppError('consents.reopenNeedsConsent')
  const { version } = currentConsentText(connection)
  if (needsWords(input) && input.textVersion !== version) throw new AppError('consents.textChanged')
  for (const { purpose, given } of input.purposes) {
    recordConsent(context, { customerId: person.id }, { purpose, given, textVersion: given ? version : null })
  }
  for (const { channel, refused } of input.channels) {
    if (refused) refuseChannel(context, person.id, channel)
    else reopenChannel(context, person.id, channel)
  }
  context.about(person.uid)
  context.note(noteOf(input))
  return null
}

function noteOf({ purposes, channels }: ParsedInputOf<'consents.record'>) {
  const list = (names: readonly string[]) => (names.length === 0 ? null : names.join(' '))
  return {
    given: list(purposes.filter(({ given }) => given).map(({ purpose }) => purpose)),
    withdrawn: list(purposes.filter(({ given }) => !given).map(({ purpose }) => purpose)),
    refused: list(channels.filter(({ refused }) => refused).map(({ channel }) => channel)),
    reopened: list(channels.filter(({ refused }) => !refused).map(({ channel }) => channel)),
  }
}
