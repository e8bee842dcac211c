import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { SavedLead } from '../../../shared/contract/leads.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { DueDate } from '../../../shared/domain/work/cadence.ts'
import type { WriteContext } from '../../engine/context.ts'
import { requireWordsShown } from '../../records/consents/consent-text.ts'
import { recordAnswer } from '../../records/consents/record-consent.ts'
import { insertLead } from './insert-lead.ts'
import { lineOf } from './lead-row.ts'
import { nameStranger } from './name-stranger.ts'
import { asPreview, type PossibleDuplicates, possibleDuplicatesOf } from './possible-duplicates.ts'
import { type KnownStranger, knownStranger } from './stranger.ts'
import { strengthen } from './strengthen.ts'

type SaveInput = ParsedInputOf<'leads.save'>

/**
 * Saves a stranger in one go (L7). Whether they are known is asked in the same transaction: the unique index over open
 * leads has the last word, so that two counters at once make one lead. Where somebody may be the same, nothing is saved
 * and masked previews come back, until the caller says who it is.
 * @throws AppError `leads.consentOutdated`, `leads.notFound`, and those of `knownStranger` and `nameStranger`
 */
export function save(context: WriteContext, input: SaveInput): SavedLead {
  const { connection, todayOn } = context
  requireWordsShown(connection, input.consent)
  const stranger = knownStranger(input, todayOn)
  const duplicates = possibleDuplicatesOf(connection, stranger)
  switch (input.identity.as) {
    case 'unknown':
      if (isLikeSomebody(duplicates)) return ask(context, duplicates, stranger)
      return create(context, input, stranger, duplicates)
    case 'another':
      return create(context, input, stranger, duplicates)
    case 'lead':
      return strengthenOne(context, input, stranger, duplicates)
  }
}

function isLikeSomebody({ leadIds, customers }: PossibleDuplicates): boolean {
  return leadIds.length + customers.length > 0
}

function create(
  context: WriteContext,
  input: SaveInput,
  stranger: KnownStranger,
  duplicates: PossibleDuplicates,
): SavedLead {
  const created = insertLead(context, input, stranger)
  if (created === null) return ask(context, duplicates, stranger)
  recordAnswer(context, { leadId: created.id }, input.consent)
  context.note({ leadUid: created.uid, product: input.product, level: input.level, newLead: true })
  const { uid: leadUid, ownerNo, due } = created
  publishSaved(context, { ...input, ...keptOf(stranger), ...datesOf(due), leadUid, ownerNo })
  return { saved: true, lead: lineOf(context.connection, created.id), created: true }
}

/** Only one of those who were offered: an uid from anywhere else is no answer to the question. */
function strengthenOne(
  context: WriteContext,
  input: SaveInput,
  stranger: KnownStranger,
  { leadIds }: PossibleDuplicates,
): SavedLead {
  const wanted = input.identity.as === 'lead' ? input.identity.leadUid : null
  const line = leadIds
    .map((id) => ({ id, line: lineOf(context.connection, id) }))
    .find((each) => each.line.uid === wanted)
  if (line === undefined) throw new AppError('leads.notFound')
  const due = strengthen(context, line.id, input, stranger)
  nameStranger(context, line.id, stranger)
  recordAnswer(context, { leadId: line.id }, input.consent)
  if (line.line.customer !== null) context.about(line.line.customer.uid)
  context.note({ leadUid: line.line.uid, product: input.product, level: input.level, newLead: false })
  const { uid: leadUid, ownerNo } = line.line
  if (ownerNo === null) throw new AppError('leads.closed')
  publishSaved(context, { ...input, ...keptOf(stranger), ...datesOf(due), leadUid, ownerNo })
  return { saved: true, lead: lineOf(context.connection, line.id), created: false }
}

/** Nothing is saved yet, so nothing of what was typed goes into the outbox either. */
function ask(context: WriteContext, duplicates: PossibleDuplicates, stranger: KnownStranger): SavedLead {
  context.note({ saved: false, offered: duplicates.leadIds.length + duplicates.customers.length })
  publishSaved(context, { saved: false })
  return { saved: false, same: asPreview(context.connection, duplicates, stranger) }
}

function publishSaved(context: WriteContext, event: Published<'leads.save'>): void {
  context.publish(event)
}

function datesOf({ warnOn, dueOn }: DueDate) {
  return { warnOn, nextOn: dueOn }
}

function keptOf({ surname, phone, phoneTail, ticket }: KnownStranger) {
  return { surname, phone, phoneTail, ticket }
}
