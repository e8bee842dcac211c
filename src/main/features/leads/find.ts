import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { FoundLead } from '../../../shared/contract/leads.ts'
import { readName } from '../../../shared/domain/text/person-name.ts'
import { readStrangerText } from '../../../shared/domain/text/stranger-text.ts'
import { surnameOf } from '../../../shared/domain/work/lead.ts'
import type { ReadContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { type Read, read } from '../../engine/statement.ts'
import { lineOf } from './lead-row.ts'

/** As many as fit below the box with the people above them. Our own default. */
const MOST_FOUND = 4

const LEAD = { id: TABLES.lead.id }

export const FOUND_BY_PHONE = read(
  LEAD,
  `SELECT id FROM lead WHERE phone = ? AND closed_at IS NULL
  ORDER BY id DESC LIMIT ${MOST_FOUND}`,
)

export const FOUND_BY_TAIL = read(
  LEAD,
  `SELECT id FROM lead WHERE phone_tail = ? AND closed_at IS NULL
  ORDER BY id DESC LIMIT ${MOST_FOUND}`,
)

export const FOUND_BY_NAME_AND_TAIL = read(
  LEAD,
  `SELECT id FROM lead
  WHERE phone_tail = ? AND surname = ? AND closed_at IS NULL ORDER BY id DESC LIMIT ${MOST_FOUND}`,
)

/**
 * Strangers who were here before and come again (L2): by the whole number or its tail, with or without the surname.
 * Nobody is found by less, and of the number only what the mask shows anyway leads to somebody. What comes back is what
 * the quick entry shows of somebody who may be the same.
 */
export function find(
  { connection }: ReadContext,
  { text }: ParsedInputOf<'leads.find'>,
): readonly FoundLead[] {
  const found = query(text)
  if (found === null) return []
  return found.statement
    .all(connection, ...found.values)
    .map(({ id }) => lineOf(connection, id))
    .map(({ uid, surname, title, maskedPhone, product, level, ownerName, customer }) => ({
      uid,
      surname,
      title,
      maskedPhone,
      product,
      level,
      ownerName,
      customer,
    }))
}

interface LeadQuery {
  readonly statement: Read<typeof LEAD>
  readonly values: readonly string[]
}

function query(text: string): LeadQuery | null {
  const { phone, phoneTail, unread } = readStrangerText(text)
  const [name, ...more] = unread
  if (more.length > 0) return null
  if (phone !== null) return name === undefined ? { statement: FOUND_BY_PHONE, values: [phone] } : null
  if (phoneTail === null) return null
  if (name === undefined) return { statement: FOUND_BY_TAIL, values: [phoneTail] }
  const said = readName(name)
  return said.ok ? { statement: FOUND_BY_NAME_AND_TAIL, values: [phoneTail, surnameOf(said.name)] } : null
}
