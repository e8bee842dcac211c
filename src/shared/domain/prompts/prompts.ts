import { ageOn, type CivilDate } from '../calendar/civil-date.ts'
import { blocks, type Prohibition } from '../consent/prohibitions.ts'
import type { CustomerFacts } from '../customer/customer-facts.ts'
import { FINDINGS, type FindingSettings, findingsFor, withoutAnalysis } from '../customer/findings.ts'
import type { ProductCode } from '../customer/products.ts'
import type { TierLine } from '../customer/tiers.ts'
import type { Channel } from '../work/contact.ts'
import {
  type Fatigue,
  type FatigueSettings,
  fatigueOn,
  type PromptHistory,
  type Silence,
  silencesOn,
} from './prompt-history.ts'
import { PROMPT_KINDS, type PromptKind } from './prompt-kinds.ts'

/** 话术: how a prompt is put to the customer. The words live in the catalogues. */
export const SCRIPTS = [
  'keep-promise',
  'answer-referral',
  'win-back',
  'maturity-renew',
  'large-cash-care',
  'wealth-talk',
  'tier-up',
  'birthday-care',
  'care-path',
] as const
export type Script = (typeof SCRIPTS)[number]

/** Why a prompt is there: the day it rests on and the figures behind it. */
export interface PromptReason {
  readonly on: CivilDate
  readonly amountFen?: number
  readonly days?: number
  readonly count?: number
  /** What was promised or referred. */
  readonly about?: ProductCode
  /** The promised day or the acceptance clock has run out. */
  readonly overdue?: boolean
}

export interface Prompt {
  readonly kind: PromptKind
  readonly reason: PromptReason
  /** Place among all kinds, 0 first. */
  readonly priority: number
  readonly script: Script
  /** What may be offered; null where nothing is. */
  readonly product: ProductCode | null
  readonly marketing: boolean
}

/** Why something is not said, each with the day it rests on (L4). */
export type PromptBlock =
  | Prohibition
  | { readonly kind: 'fatigue'; readonly on: CivilDate; readonly times: number; readonly days: number }
  | { readonly kind: 'do-not-disturb'; readonly on: CivilDate }
  | { readonly kind: 'analysis-withdrawn'; readonly on: CivilDate }
  | { readonly kind: 'not-now' | 'refused'; readonly prompt: PromptKind; readonly on: CivilDate }

export interface PromptSet {
  readonly prompts: readonly Prompt[]
  readonly blocks: readonly PromptBlock[]
}

export type PromptSettings = FindingSettings &
  FatigueSettings & { tierLines: readonly TierLine[]; careFromAge: number }

/** The visit that is going on. */
export interface PresentVisit {
  readonly id: number
  readonly on: CivilDate
  readonly doNotDisturb: boolean
}

export interface PromptInput {
  readonly facts: CustomerFacts
  readonly birthOn: CivilDate | null
  /** The open intent with the earliest next date that has come, if there is one. */
  readonly promise: { readonly product: ProductCode; readonly dueOn: CivilDate } | null
  /** The oldest referral about the person that nobody has accepted. */
  readonly referral: {
    readonly product: ProductCode
    readonly offeredOn: CivilDate
    readonly overdue: boolean
  } | null
  readonly prohibitions: readonly Prohibition[]
  /** Since when the person does not want to be analysed (P3); null where they said nothing against it. */
  readonly analysisWithdrawnOn: CivilDate | null
  readonly history: PromptHistory
  readonly visit: PresentVisit | null
  /** How the customer would be spoken to. */
  readonly channel: Channel
  readonly asOf: CivilDate
  readonly settings: PromptSettings
}

/** L3: at most three prompts are shown, because nobody at a counter reads more. */
export const MOST_PROMPTS = 3

interface Way {
  readonly script: Script
  readonly marketing: boolean
  readonly product: ProductCode | null
}

/** The script for each finding. A birthday wish is no marketing (T6), so only its day decides about it. */
const WAY_OF_FINDING: Record<(typeof FINDINGS)[number], Way> = {
  leaking: { script: 'win-back', marketing: true, product: null },
  'maturity-near': { script: 'maturity-renew', marketing: true, product: null },
  'large-cash': { script: 'large-cash-care', marketing: true, product: null },
  'wealth-enquiries': { script: 'wealth-talk', marketing: true, product: 'wealth' },
  'near-next-tier': { script: 'tier-up', marketing: true, product: null },
  birthday: { script: 'birthday-care', marketing: false, product: null },
  dormant: { script: 'win-back', marketing: true, product: null },
}

/**
 * The prompt that a flag of a product answers, out of those that the customer said yes to that day; null where the wish
 * is their own. Such a flag is no new enquiry: the prompt would call for itself for ever.
 */
export function promptAnsweredBy(
  product: ProductCode,
  accepted: readonly PromptKind[],
): keyof typeof WAY_OF_FINDING | null {
  return FINDINGS.find((kind) => accepted.includes(kind) && WAY_OF_FINDING[kind].product === product) ?? null
}

/** Products that can lose value or bind somebody for years: from a certain age on the care path takes their place (R1). */
const WITH_RISK: ReadonlySet<ProductCode> = new Set(['wealth', 'fund', 'insurance'])

/** The dates of these lie ahead; the dates of all other reasons are past. */
const LIES_AHEAD: ReadonlySet<PromptKind> = new Set(['maturity-near', 'birthday'])

/**
 * What to say to a customer and what not (L3, L4). Pure: the same input gives the same answer. History only
 * removes prompts: the three are chosen first, and no other marketing prompt takes the place of a removed one.
 */
export function promptsFrom(input: PromptInput): PromptSet {
  const { prohibitions, analysisWithdrawnOn, channel, visit, history, asOf, settings } = input
  const allowed = candidates(input).filter(
    (prompt) => !prompt.marketing || !forbidden(prompt, prohibitions, channel),
  )
  const fatigue = fatigueOn(history, asOf, settings)
  const silences = silencesOn(history, asOf, visit?.id ?? null, settings)
  const silent = (prompt: Prompt) =>
    (prompt.marketing && (fatigue !== null || visit?.doNotDisturb === true)) ||
    silences.some(({ kind }) => kind === prompt.kind)
  const first = allowed.slice(0, MOST_PROMPTS)
  const rest = allowed.slice(MOST_PROMPTS).filter(({ marketing }) => !marketing)
  return {
    prompts: [...first, ...rest]
      .filter((prompt) => !silent(prompt))
      .slice(0, MOST_PROMPTS)
      .map((prompt) => careful(prompt, input)),
    blocks: [
      ...prohibitions,
      ...(analysisWithdrawnOn === null
        ? []
        : [{ kind: 'analysis-withdrawn', on: analysisWithdrawnOn } as const]),
      ...(fatigue === null ? [] : [fatigueBlock(fatigue, settings)]),
      ...(visit?.doNotDisturb === true ? [{ kind: 'do-not-disturb', on: visit.on } as const] : []),
      ...silences.map(silenceBlock),
    ],
  }
}

/** All possible prompts, the most urgent first. A fact with a date in the future is no reason yet. */
function candidates(input: PromptInput): Prompt[] {
  const { asOf } = input
  const found = [promiseDue(input), referralOpen(input), ...fromFindings(input)]
  return found.filter(
    (prompt): prompt is Prompt =>
      prompt !== null && (LIES_AHEAD.has(prompt.kind) || prompt.reason.on <= asOf),
  )
}

function fromFindings({ facts, birthOn, analysisWithdrawnOn, asOf, settings }: PromptInput): Prompt[] {
  const { tierLines } = settings
  const found = findingsFor({ facts, birthOn, tierLines, asOf, settings })
  return (analysisWithdrawnOn === null ? found : withoutAnalysis(found)).map(({ kind, ...reason }) => ({
    kind,
    reason,
    priority: PROMPT_KINDS.indexOf(kind),
    ...WAY_OF_FINDING[kind],
  }))
}

/** L3: an open promise whose day has come. The customer asked for it, so keeping it is no marketing. */
function promiseDue({ promise, asOf }: PromptInput): Prompt | null {
  if (promise === null || promise.dueOn > asOf) return null
  const { product, dueOn } = promise
  return {
    kind: 'promise-due',
    reason: { on: dueOn, about: product, overdue: dueOn < asOf },
    priority: PROMPT_KINDS.indexOf('promise-due'),
    script: 'keep-promise',
    product,
    marketing: false,
  }
}

/** L3: a colleague handed the person on and nobody has answered. */
function referralOpen({ referral }: PromptInput): Prompt | null {
  if (referral === null) return null
  const { product, offeredOn, overdue } = referral
  return {
    kind: 'referral-open',
    reason: { on: offeredOn, about: product, overdue },
    priority: PROMPT_KINDS.indexOf('referral-open'),
    script: 'answer-referral',
    product,
    marketing: false,
  }
}

function forbidden({ product }: Prompt, prohibitions: readonly Prohibition[], channel: Channel): boolean {
  return prohibitions.some((each) => blocks(each, channel, product ?? undefined))
}

/** R1: from the care age on nothing with risk is offered; a second person joins, and understanding comes first. */
function careful(prompt: Prompt, { birthOn, asOf, settings }: PromptInput): Prompt {
  const elderly = birthOn !== null && ageOn(birthOn, asOf) >= settings.careFromAge
  if (!elderly || prompt.product === null || !WITH_RISK.has(prompt.product)) return prompt
  return { ...prompt, script: 'care-path', product: null }
}

function fatigueBlock({ on, times }: Fatigue, { fatigueDays }: FatigueSettings): PromptBlock {
  return { kind: 'fatigue', on, times, days: fatigueDays }
}

function silenceBlock({ response, kind, on }: Silence): PromptBlock {
  return { kind: response, prompt: kind, on }
}
