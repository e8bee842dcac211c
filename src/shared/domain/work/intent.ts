import { type Role, sharesOutWork } from '../branch/roles.ts'
import { addDays, type CivilDate, daysBetween } from '../calendar/civil-date.ts'

/** 高 中 低 (I1), strongest first. */
export const LEVELS = ['high', 'mid', 'low'] as const
export type IntentLevel = (typeof LEVELS)[number]

/** 问利率, 问收益算法, 问风险等级, 要资料, 比同业, 带材料, 提交申请 (L6). */
export const SIGNALS = [
  'rate',
  'yield-method',
  'risk-grade',
  'materials',
  'compare-peers',
  'brings-papers',
  'applies',
] as const
export type Signal = (typeof SIGNALS)[number]

/** Someone who brings papers or applies is preparing to act. */
const SIGNS_OF_PREPARING: ReadonlySet<Signal> = new Set(['brings-papers', 'applies'])

/** Someone who asks how it works, how risky it is or what others offer is comparing. */
const SIGNS_OF_COMPARING: ReadonlySet<Signal> = new Set([
  'compare-peers',
  'materials',
  'risk-grade',
  'yield-method',
])

/**
 * The level that the signals suggest (I1). What 高, 中 and 低 mean is fixed; which signal suggests which is our own default.
 * The teller's own choice always stands above it.
 */
export function suggestLevel(signals: readonly Signal[]): IntentLevel {
  if (signals.some((signal) => SIGNS_OF_PREPARING.has(signal))) return 'high'
  if (signals.some((signal) => SIGNS_OF_COMPARING.has(signal))) return 'mid'
  return 'low'
}

export interface DecaySettings {
  /** Days without new evidence after which an intent sinks by one level. */
  decayDays: number
}

export interface DecayedLevel {
  level: IntentLevel | 'faded'
  /** Levels lost so far. */
  steps: number
  /** The day of the next step down; `null` once faded. */
  nextDecayOn: CivilDate | null
}

/**
 * What is left of an intent when nothing new came (I1): one level down per `decayDays`, then faded.
 * @param lastEvidenceOn the day of the last signal or contact; a day after `on` counts as no time passed
 */
export function decayedLevel(
  level: IntentLevel,
  lastEvidenceOn: CivilDate,
  on: CivilDate,
  settings: DecaySettings,
): DecayedLevel {
  const quietDays = Math.max(0, daysBetween(lastEvidenceOn, on))
  const levelsBelow = LEVELS.slice(LEVELS.indexOf(level))
  const steps = Math.min(levelsBelow.length, Math.floor(quietDays / settings.decayDays))
  const left = levelsBelow[steps]
  if (left === undefined) return { level: 'faded', steps, nextDecayOn: null }
  return { level: left, steps, nextDecayOn: addDays(lastEvidenceOn, (steps + 1) * settings.decayDays) }
}

/** The level by which an intent is treated, dated and referred: a faded one counts as low (I1). */
export function levelToTreat(level: DecayedLevel['level']): IntentLevel {
  return level === 'faded' ? 'low' : level
}

export type NextAction = 'one-to-one' | 'comparison' | 'light-news'

const NEXT_ACTIONS: Record<IntentLevel, NextAction> = {
  high: 'one-to-one',
  mid: 'comparison',
  low: 'light-news',
}

/** The treatment of a level (I2): one named person, a comparison with an offer, or general news. */
export function nextAction(level: IntentLevel): NextAction {
  return NEXT_ACTIONS[level]
}

/**
 * Who may end an open intent without a contact, whatever the outcome (decision 014): its owner, who flagged it first,
 * and who shares out the work. A recorded contact ends one whoever recorded it: it is what the customer said.
 */
export function mayEndIntent(
  { ownerNo, createdBy }: { readonly ownerNo: string; readonly createdBy: string },
  caller: { readonly no: string; readonly role: Role },
): boolean {
  return ownerNo === caller.no || createdBy === caller.no || sharesOutWork(caller.role)
}

/**
 * Whose open intents somebody reads in lists (P2): the branch's for who shares out the work (null), one's own for
 * everyone else. What a customer asked of a colleague stands in the customer's panel, where looking at it is recorded.
 */
export function readsIntentsOf(caller: { readonly no: string; readonly role: Role }): string | null {
  return sharesOutWork(caller.role) ? null : caller.no
}

/** Who may hand an open intent to somebody else: its owner, and who shares out the work. A teller hands on by a referral. */
export function mayHandOverIntent(
  { ownerNo }: { readonly ownerNo: string },
  caller: { readonly no: string; readonly role: Role },
): boolean {
  return ownerNo === caller.no || sharesOutWork(caller.role)
}
