import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import { addDays, type CivilDate, civilDateAt } from '../../../shared/domain/calendar/civil-date.ts'
import type { PromptHistory } from '../../../shared/domain/prompts/prompt-history.ts'
import type { PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import {
  type PresentVisit,
  type PromptInput,
  type PromptSet,
  promptsFrom,
} from '../../../shared/domain/prompts/prompts.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { analysisWithdrawnOn } from '../consents/read-consents.ts'
import { readFacts } from '../facts/read-facts.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'
import { prohibitionsOf } from '../people/prohibitions.ts'
import { openVisitOf } from '../visits/read-visits.ts'

const { customer, intent, referral, prompt, contact, visit } = TABLES

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
export function promptsFor(connection: ReadConnection, personId: number, moment: PromptMoment): PromptSet {
  return promptsFrom(promptInputOf(connection, personId, moment))
}

/** Everything the rules ask about a person, read. */
export function promptInputOf(
  connection: ReadConnection,
  personId: number,
  moment: PromptMoment,
): PromptInput {
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

const BIRTH_OF_PERSON = read(
  { birthOn: customer.birth_on },
  'SELECT birth_on AS birthOn FROM customer WHERE id = ?',
)

function birthOf(connection: ReadConnection, personId: number): CivilDate | null {
  return BIRTH_OF_PERSON.get(connection, personId)?.birthOn ?? null
}

const FIRST_DUE_OF_PERSON = read(
  { product: intent.product, dueOn: intent.next_on },
  `SELECT product, next_on AS dueOn FROM intent
   WHERE status = 'open' AND next_on <= ? AND customer_id IN (${RECORDS_OF_PERSON})
   ORDER BY next_on, id LIMIT 1`,
)

/** The person's open intent whose next date came first (F1). */
function duePromise(
  connection: ReadConnection,
  personId: number,
  todayOn: CivilDate,
): PromptInput['promise'] {
  const first = FIRST_DUE_OF_PERSON.get(connection, todayOn, personId, personId)
  if (first === undefined || first.dueOn === null) return null
  return { product: first.product, dueOn: first.dueOn }
}

const OFFERED_REFERRAL_OF_PERSON = read(
  { product: referral.product, offeredAt: referral.offered_at, acceptByAt: referral.accept_by_at },
  `SELECT product, offered_at AS offeredAt, accept_by_at AS acceptByAt FROM referral
   WHERE state = 'offered' AND (customer_id IN (${RECORDS_OF_PERSON})
     OR lead_id IN (SELECT id FROM lead WHERE customer_id IN (${RECORDS_OF_PERSON})))
   ORDER BY offered_at, id LIMIT 1`,
)

/** The oldest referral about the person, or the stranger they were, that still waits to be accepted (L8). */
function openReferral(
  connection: ReadConnection,
  personId: number,
  todayOn: CivilDate,
  nowAt: number,
): PromptInput['referral'] {
  const row = OFFERED_REFERRAL_OF_PERSON.get(connection, personId, personId, personId, personId)
  if (row === undefined) return null
  // A demo branch stands still on its own day, which may lie before the clock's.
  const offeredOn = civilDateAt(row.offeredAt)
  return {
    product: row.product,
    offeredOn: offeredOn < todayOn ? offeredOn : todayOn,
    overdue: row.acceptByAt !== null && row.acceptByAt < nowAt,
  }
}

const PROMPTS_OF_PERSON = read(
  {
    // `prompts.show` writes no other kind.
    kind: textOf<PromptKind>(),
    on: prompt.on_date,
    marketing: prompt.marketing,
    visitId: prompt.visit_id,
    response: prompt.response,
  },
  `SELECT kind, on_date AS "on", marketing, visit_id AS visitId, response FROM prompt
   WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date > ? ORDER BY id`,
)

const MARKETING_DAYS_OF_PERSON = read(
  { on: contact.on_date },
  `SELECT DISTINCT on_date AS "on" FROM contact
   WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date > ? AND marketing = 1`,
)

/** What a person got since a day, over all staff and all their records (L4). */
function historyOf(connection: ReadConnection, personId: number, from: CivilDate): PromptHistory {
  return {
    prompts: PROMPTS_OF_PERSON.all(connection, personId, personId, from).map((row) => ({
      ...row,
      marketing: row.marketing === 1,
    })),
    contactDays: MARKETING_DAYS_OF_PERSON.all(connection, personId, personId, from).map(({ on }) => on),
  }
}

const PRESENT_VISIT = read(
  { id: visit.id, on: visit.on_date, doNotDisturb: visit.do_not_disturb },
  'SELECT id, on_date AS "on", do_not_disturb AS doNotDisturb FROM visit WHERE id = ?',
)

function visitNow(
  connection: ReadConnection,
  personId: number,
  todayOn: CivilDate,
  visitId = openVisitOf(connection, personId, todayOn) ?? null,
): PresentVisit | null {
  if (visitId === null) return null
  const row = PRESENT_VISIT.get(connection, visitId)
  return row === undefined ? null : { ...row, doNotDisturb: row.doNotDisturb === 1 }
}
