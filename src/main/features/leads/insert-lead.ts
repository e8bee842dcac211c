import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { type DueDate, dueFor } from '../../../shared/domain/work/cadence.ts'
import type { WriteContext } from '../../engine/context.ts'
import { openLead } from '../../records/leads/write-lead.ts'
import { momentOf } from '../../records/work/moment.ts'
import { chooseOwner } from './choose-owner.ts'
import { nameStranger } from './name-stranger.ts'
import type { KnownStranger } from './stranger.ts'

/** More strangers of one surname and tail than this are a mistake in the number. Our own default. */
const MOST_NAMESAKES = 9

export interface InsertedLead {
  readonly id: number
  readonly uid: string
  readonly ownerNo: string
  readonly due: DueDate
}

/**
 * Writes a new lead with owner and next date (F1, F2).
 * @returns null where an open lead has the key already. With `another`, who only shares surname and tail with somebody
 * gets a numbered key; a whole phone, a ticket or a visit is one stranger's.
 */
export function insertLead(
  context: WriteContext,
  input: ParsedInputOf<'leads.save'>,
  stranger: KnownStranger,
): InsertedLead | null {
  const { connection, todayOn, staff, settings, calendar } = context
  const due = dueFor(input.level, todayOn, calendar, settings.cadence)
  const ownerNo = chooseOwner(connection, input.level, staff)
  const { title, product, level, note, source } = input
  for (const sameKey of keysFor(input, stranger)) {
    const lead = { stranger, sameKey, title, product, level, note, source, ownerNo, due }
    const created = openLead(context, lead, momentOf(context))
    if (created === null) continue
    nameStranger(context, created.id, stranger)
    return { ...created, ownerNo, due }
  }
  return null
}

function keysFor(input: ParsedInputOf<'leads.save'>, { key }: KnownStranger): readonly string[] {
  const mayShare = input.identity.as === 'another' && key.kind === 'name'
  return Array.from({ length: mayShare ? MOST_NAMESAKES : 1 }, (_, n) =>
    n === 0 ? key.key : `${key.key}#${n + 1}`,
  )
}
