import { addDays, type CivilDate } from '../calendar/civil-date.ts'
import type { PromptKind } from './prompt-kinds.ts'

/** What became of a prompt (L4): the customer took it up, would rather not now, or turned it down. */
export const PROMPT_RESPONSES = ['accepted', 'not-now', 'refused'] as const
export type PromptResponse = (typeof PROMPT_RESPONSES)[number]

/** A prompt that was shown before, as far as later prompts depend on it. */
export interface PastPrompt {
  readonly kind: PromptKind
  readonly on: CivilDate
  readonly marketing: boolean
  /** Null for a prompt shown outside a visit: it belongs to its day. */
  readonly visitId: number | null
  readonly response: PromptResponse | null
}

/** All prompts and contacts of a person, by all staff (L4). Entries older than the settings ask for are ignored. */
export interface PromptHistory {
  readonly prompts: readonly PastPrompt[]
  /** Days on which somebody marketed to the person. */
  readonly contactDays: readonly CivilDate[]
}

export interface FatigueSettings {
  fatigueTimes: number
  fatigueDays: number
}

/** A person who was spoken to often enough: the last of those days, and how many there were. */
export interface Fatigue {
  readonly on: CivilDate
  readonly times: number
}

/**
 * After three prompts or contacts within thirty days, over all staff, the customer is left alone (L4). Our own default.
 * One a day counts, whatever was shown that day; today does not, or the third prompt would silence itself while it is read.
 */
export function fatigueOn(
  history: PromptHistory,
  asOf: CivilDate,
  { fatigueTimes, fatigueDays }: FatigueSettings,
): Fatigue | null {
  // Most people who come in were never spoken to; for them nothing is counted.
  if (history.prompts.length + history.contactDays.length < fatigueTimes) return null
  const from = addDays(asOf, -fatigueDays)
  const touched = new Set<CivilDate>()
  const count = (on: CivilDate) => {
    if (on > from && on < asOf) touched.add(on)
  }
  for (const { on, marketing } of history.prompts) if (marketing) count(on)
  for (const on of history.contactDays) count(on)
  if (touched.size < fatigueTimes) return null
  return { on: latest(touched), times: touched.size }
}

/** Why a kind of prompt is kept back for a while, and since when. */
export interface Silence {
  readonly response: 'refused' | 'not-now'
  readonly kind: PromptKind
  readonly on: CivilDate
}

/**
 * What was answered before. 暂不 silences a kind for its visit, and outside a visit for its day (L4); a refusal silences
 * it for as many days as the fatigue guard counts, which is our own default. Neither closes a channel.
 * @param visitId the visit that is going on; null outside one
 */
export function silencesOn(
  history: PromptHistory,
  asOf: CivilDate,
  visitId: number | null,
  { fatigueDays }: FatigueSettings,
): Silence[] {
  if (history.prompts.length === 0) return []
  const from = addDays(asOf, -fatigueDays)
  const found = new Map<PromptKind, Silence>()
  for (const past of history.prompts) {
    const { kind, on, response } = past
    const holds =
      (response === 'refused' && on > from && on <= asOf) ||
      (response === 'not-now' && isSameOccasion(past, asOf, visitId))
    if (!holds || (response !== 'refused' && response !== 'not-now')) continue
    const known = found.get(kind)
    // A refusal is stronger than 暂不; of two equal answers the later one counts.
    const stronger =
      known === undefined || (known.response === response ? on > known.on : response === 'refused')
    if (stronger) found.set(kind, { response, kind, on })
  }
  return [...found.values()]
}

/** The same visit, or the same day where one of the two stands outside a visit. */
function isSameOccasion(
  past: Pick<PastPrompt, 'on' | 'visitId'>,
  asOf: CivilDate,
  visitId: number | null,
): boolean {
  if (past.visitId !== null && visitId !== null) return past.visitId === visitId
  return past.on === asOf
}

function latest(days: ReadonlySet<CivilDate>): CivilDate {
  return [...days].reduce((last, day) => (day > last ? day : last), '')
}

/** R3: no rate for fewer than twenty prompts, because a rate of few cases means nothing. */
export const LEAST_FOR_RATE = 20

interface PromptCounts {
  readonly shown: number
  readonly accepted: number
}

/** How many of a kind's prompts were accepted, in whole percent; null where they are too few. */
export function acceptanceRate({ shown, accepted }: PromptCounts): number | null {
  return shown < LEAST_FOR_RATE ? null : Math.round((accepted * 100) / shown)
}
