import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import { addDays, type CivilDate, civilDateAt } from '../../../shared/domain/calendar/civil-date.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { PastPrompt, PromptHistory } from '../../../shared/domain/prompts/prompt-history.ts'
import {
  type PresentVisit,
  type PromptInput,
  type PromptSet,
  promptsFrom,
} from '../../../shared/domain/prompts/prompts.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import type { Connection } from '../../engine/connection.ts'
import { analysisWithdrawnOn } from '../consents/read-consents.ts'
import { readFacts } from '../facts/read-facts.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'
import { prohibitionsOf } from '../people/prohibitions.ts'
import { openVisitOf } from '../visits/read-visits.ts'

/** The moment for which prompts are made; a handler's context has all of it but the visit. */
export interface PromptMoment {
  readonly todayOn: CivilDate
  /** UTC milliseconds. */
  readonly nowAt: number
  readonly settings: BranchSettings
  /** The visit that is going on; where nothing is said, the person's open one is looked up. */
  readonly visitId?: number | null
  /** Face to face where nothing is said. */
  readonly channel?: Channel
}

/**
 * What to say to a person now, and what not (L3, L4). Reads only; showing a prompt to somebody is `prompts.show`.
 * @param personId the record that others were merged into
 */
export function promptsFor(connection: Connection, personId: number, moment: PromptMoment): PromptSet {
  return promptsFrom(promptInputOf(connection, personId, moment))
}

/** Everything the rules ask about a person, read. */
export function promptInputOf(connection: Connection, personId: number, moment: PromptMoment): PromptInput {
  const { todayOn, nowAt, settings, channel = 'face' } = moment
  return {
    facts: readFacts(connection, personId, settings).facts,
    birthOn: birthOf(connection, personId),
    promise: duePromise(connection, personId, todayOn),
    referral: openReferral(connection, personId, todayOn, nowAt),
    prohibitions: prohibitionsOf(connection, personId, todayOn),
    analysisWithdrawnOn: analysisWithdrawnOn(connection, personId),
    history: historyOf(connection, personId, addDays(todayOn, -settings.fatigueDays)),
    visit: visitNow(connection, personId, todayOn, moment.visitId),
    channel,
    asOf: todayOn,
    settings,
  }
}

function birthOf(connection: Connection, personId: number): CivilDate | null {
  return (
    connection
      .statement<{ birthOn: string | null }>('SELECT birth_on AS birthOn FROM customer WHERE id = ?')
      .get(personId)?.birthOn ?? null
  )
}

/** The person's open intent whose next date came first (F1). */
function duePromise(connection: Connection, personId: number, todayOn: CivilDate): PromptInput['promise'] {
  return (
    connection
      .statement<{ product: ProductCode; dueOn: CivilDate }>(
        `SELECT product, next_on AS dueOn FROM intent
         WHERE status = 'open' AND next_on <= ? AND customer_id IN (${RECORDS_OF_PERSON})
         ORDER BY next_on, id LIMIT 1`,
      )
      .get(todayOn, personId, personId) ?? null
  )
}

/** The oldest referral about the person, or the stranger they were, that still waits to be accepted (L8). */
function openReferral(
  connection: Connection,
  personId: number,
  todayOn: CivilDate,
  nowAt: number,
): PromptInput['referral'] {
  const row = connection
    .statement<{ product: ProductCode; offeredAt: number; acceptByAt: number | null }>(
      `SELECT product, offered_at AS offeredAt, accept_by_at AS acceptByAt FROM referral
       WHERE state = 'offered' AND (customer_id IN (${RECORDS_OF_PERSON})
         OR lead_id IN (SELECT id FROM lead WHERE customer_id IN (${RECORDS_OF_PERSON})))
       ORDER BY offered_at, id LIMIT 1`,
    )
    .get(personId, personId, personId, personId)
  if (row === undefined) return null
  // A demo branch stands still on its own day, which may lie before the clock's.
  const offeredOn = civilDateAt(row.offeredAt)
  return {
    product: row.product,
    offeredOn: offeredOn < todayOn ? offeredOn : todayOn,
    overdue: row.acceptByAt !== null && row.acceptByAt < nowAt,
  }
}

/** What a person got since a day, over all staff and all their records (L4). */
function historyOf(connection: Connection, personId: number, from: CivilDate): PromptHistory {
  return {
    prompts: connection
      .statement<Omit<PastPrompt, 'marketing'> & { marketing: 0 | 1 }>(
        `SELECT kind, on_date AS "on", marketing, visit_id AS visitId, response FROM prompt
         WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date > ? ORDER BY id`,
      )
      .all(personId, personId, from)
      .map((row) => ({ ...row, marketing: row.marketing === 1 })),
    contactDays: connection
      .statement<{ on: CivilDate }>(
        `SELECT DISTINCT on_date AS "on" FROM contact
         WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date > ? AND marketing = 1`,
      )
      .all(personId, personId, from)
      .map(({ on }) => on),
  }
}

function visitNow(
  connection: Connection,
  personId: number,
  todayOn: CivilDate,
  visitId = openVisitOf(connection, personId, todayOn) ?? null,
): PresentVisit | null {
  if (visitId === null) return null
  const row = connection
    .statement<Omit<PresentVisit, 'doNotDisturb'> & { readonly doNotDisturb: 0 | 1 }>(
      'SELECT id, on_date AS "on", do_not_disturb AS doNotDisturb FROM visit WHERE id = ?',
    )
    .get(visitId)
  return row === undefined ? null : { ...row, doNotDisturb: row.doNotDisturb === 1 }
}
