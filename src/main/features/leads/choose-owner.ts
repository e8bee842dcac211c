import type { SessionStaff } from '../../../shared/contract/session.ts'
import type { IntentLevel } from '../../../shared/domain/intent.ts'
import type { Connection } from '../../engine/connection.ts'

/** Beyond this many open leads everybody has as many: counting on would only cost time while a customer waits. */
const COUNTED = 200

/** 高 goes to one named person who can advise (I2); what is lighter stays with the lobby. Ours. */
const ROLES_BY_LEVEL: Readonly<Record<IntentLevel, string>> = {
  high: `CASE role WHEN 'rm' THEN 0 WHEN 'lobby' THEN 1 ELSE 2 END`,
  mid: `CASE role WHEN 'lobby' THEN 0 WHEN 'rm' THEN 1 ELSE 2 END`,
  low: `CASE role WHEN 'lobby' THEN 0 WHEN 'rm' THEN 1 ELSE 2 END`,
}

/**
 * Who follows up a new lead (F1): whoever enters it, but a teller stays at the counter, so a teller's goes to the least
 * loaded manager or lobby by its level, and back to the teller only where the branch has nobody else.
 */
export function chooseOwner(connection: Connection, level: IntentLevel, caller: SessionStaff): string {
  if (caller.role !== 'teller') return caller.no
  return (
    connection
      .statement<{ no: string }>(
        `SELECT no FROM staff WHERE active = 1 AND role IN ('rm', 'lobby', 'head')
         ORDER BY ${ROLES_BY_LEVEL[level]}, (SELECT count(*) FROM
           (SELECT 1 FROM lead WHERE owner_no = staff.no AND closed_at IS NULL LIMIT ${COUNTED})), no
         LIMIT 1`,
      )
      .get()?.no ?? caller.no
  )
}
