import type { InputOf } from '../../../src/shared/contract/index.ts'
import type { LeadLine, SavedLead } from '../../../src/shared/contract/leads.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { TestEngine } from '../engine/open-engine.ts'
import { TELLER } from '../intents/counter-branch.ts'

export type SaveInput = InputOf<'leads.save'>

/** A stranger who agreed to be contacted. */
export function stranger(given: Partial<SaveInput> = {}): SaveInput {
  return {
    surname: '王',
    title: 'mr',
    phoneTail: '5678',
    product: 'wealth',
    level: 'high',
    consent: { textVersion: 1, purposes: ['contact', 'marketing'] },
    ...given,
  }
}

export function save(
  engine: TestEngine,
  given: Partial<SaveInput> = {},
  staff: SessionStaff = TELLER,
): SavedLead {
  return engine.run('leads.save', stranger(given), staff)
}

/** Saves a stranger who is known to be new. */
export function saved(
  engine: TestEngine,
  given: Partial<SaveInput> = {},
  staff: SessionStaff = TELLER,
): LeadLine {
  const answer = save(engine, given, staff)
  if (!answer.saved) throw new Error('The stranger is like somebody known')
  return answer.lead
}

/** The previews that a save answers with instead of saving. */
export function asked(engine: TestEngine, given: Partial<SaveInput> = {}, staff: SessionStaff = TELLER) {
  const answer = save(engine, given, staff)
  if (answer.saved) throw new Error('The stranger was saved')
  return answer.same
}

export function countIn(engine: TestEngine, table: string): number {
  return engine.connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
}
