import { z } from 'zod'
import { PRODUCTS } from '../customer/products.ts'
import { DEFAULT_TIER_LINES, TIERS } from '../customer/tiers.ts'
import { DEFAULT_CADENCE } from '../work/cadence.ts'
import { TAKEN_LETTERS } from './screen-letters.ts'

/** Whose number a default is: `fixed` by the practice that the product implements, or ours. Settings shows which. */
export type SettingOrigin = 'fixed' | 'ours'

/** Where Settings shows a value. */
export type SettingGroupName =
  | 'cadence'
  | 'tiers'
  | 'screens'
  | 'prompts'
  | 'hours'
  | 'privacy'
  | 'viewing'
  | 'retention'
  | 'scanner'

/** What a value counts; `yuan` is kept in fen, `keys` is what a scanner types, `clock` a time of the day. */
export type SettingUnit =
  | 'workingDays'
  | 'days'
  | 'months'
  | 'minutes'
  | 'ms'
  | 'times'
  | 'customers'
  | 'percent'
  | 'yuan'
  | 'keys'
  | 'years'
  | 'clock'
  | 'letters'
  | 'fold'

/** One number of a setting that holds several. */
export interface SettingPart {
  readonly name: string
  /** Its place inside the setting, written as the schema's issues write it. */
  readonly at: string
  readonly unit: SettingUnit
}

interface Traits {
  readonly origin: SettingOrigin
  readonly group: SettingGroupName
  /** What the value counts, or the numbers that it is made of. */
  readonly shown: SettingUnit | readonly SettingPart[]
  /** Stored tiers and findings rest on it: everyone is recomputed when it changes. */
  readonly changesFacts?: true
}

/** @param schema what may be saved; a value that does not fit is refused when it is saved, not when it is used */
function setting<S extends z.ZodType, const T extends Traits>(
  schema: S,
  byDefault: z.output<S>,
  traits: T,
): { readonly schema: S; readonly byDefault: z.output<S> } & T {
  return { schema, byDefault, ...traits }
}

const fen = z.int().min(0)
const days = z.int().min(1).max(366)
/** Retention: a day at least, ten years at most. */
const keptDays = z.int().min(1).max(3_660)
const percent = z.int().min(0).max(100)
const waitedMinutes = z.int().min(1).max(240)
const times = z.int().min(1).max(100)
/** A time of the day, `HH:MM`. Text order is time order. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/**
 * One letter a product, in the order of `PRODUCTS`, none twice: the keys of the flag pad (L6). None that acts on the
 * selected row of a list beside the pad.
 */
const productLetters = z
  .string()
  .regex(/^[A-Z]+$/)
  .length(PRODUCTS.length)
  .refine((letters) => new Set(letters).size === letters.length, { message: 'letters.twice' })
  .refine((letters) => ![...letters].some((letter) => TAKEN_LETTERS.has(letter)), {
    message: 'letters.taken',
  })

const cadence = z
  .object({
    high: z.object({ warn: days, due: days }),
    mid: z.object({ soft: days, due: days }),
    low: z.object({ first: days, last: days }),
  })
  .refine(({ high, mid, low }) => high.warn <= high.due && mid.soft <= mid.due && low.first <= low.last, {
    message: 'cadence.warns-after-due',
  })

const tierLines = z
  .array(z.object({ tier: z.enum(TIERS), fromFen: fen }))
  .length(TIERS.length)
  .refine((lines) => lines.every((line, index) => line.tier === TIERS[index]), { message: 'tiers.order' })
  .refine(
    (lines) => lines.every((line, index) => index === 0 || line.fromFen > (lines[index - 1]?.fromFen ?? 0)),
    {
      message: 'tiers.not-ascending',
    },
  )

/**
 * Everything a branch may adjust, once: schema, default, origin and place in Settings. `settings.ts` derives the rest.
 * Groups and fields appear in the form in the order of this table.
 */
export const SETTINGS = {
  cadence: setting(cadence, DEFAULT_CADENCE, {
    origin: 'fixed',
    group: 'cadence',
    shown: [
      { name: 'highWarn', at: 'high.warn', unit: 'workingDays' },
      { name: 'highDue', at: 'high.due', unit: 'workingDays' },
      { name: 'midSoft', at: 'mid.soft', unit: 'workingDays' },
      { name: 'midDue', at: 'mid.due', unit: 'workingDays' },
      { name: 'lowFirst', at: 'low.first', unit: 'days' },
      { name: 'lowLast', at: 'low.last', unit: 'days' },
    ],
  }),
  decayDays: setting(days, 30, { origin: 'ours', group: 'cadence', shown: 'days' }),
  /** Working days overdue at which an intent is the owner's, also the head's, and at high risk (F4). */
  escalateOwnerDays: setting(days, 3, { origin: 'ours', group: 'cadence', shown: 'workingDays' }),
  escalateHeadDays: setting(days, 5, { origin: 'ours', group: 'cadence', shown: 'workingDays' }),
  escalateRiskDays: setting(days, 7, { origin: 'ours', group: 'cadence', shown: 'workingDays' }),

  // T1: everybody below the lines belongs to the lowest tier, so its line is no setting.
  tierLines: setting(tierLines, [...DEFAULT_TIER_LINES], {
    origin: 'ours',
    group: 'tiers',
    changesFacts: true,
    shown: [
      { name: 'preferredFromFen', at: '1.fromFen', unit: 'yuan' },
      { name: 'highNetWorthFromFen', at: '2.fromFen', unit: 'yuan' },
    ],
  }),
  nearTierBandPercent: setting(percent, 10, {
    origin: 'ours',
    group: 'tiers',
    shown: 'percent',
    changesFacts: true,
  }),

  /** S3: six months and 20,000 yuan are fixed; a branch may choose three to six months. */
  dormantMonths: setting(z.int().min(3).max(6), 6, {
    origin: 'fixed',
    group: 'screens',
    shown: 'months',
    changesFacts: true,
  }),
  dormantBalanceFen: setting(fen, 2_000_000, {
    origin: 'fixed',
    group: 'screens',
    shown: 'yuan',
    changesFacts: true,
  }),
  maturityDays: setting(days, 30, { origin: 'ours', group: 'screens', shown: 'days', changesFacts: true }),
  birthdayDays: setting(z.int().min(0).max(31), 7, {
    origin: 'fixed',
    group: 'screens',
    shown: 'days',
    changesFacts: true,
  }),
  leakDropPercent: setting(percent.min(1), 50, {
    origin: 'ours',
    group: 'screens',
    shown: 'percent',
    changesFacts: true,
  }),
  leakFromFen: setting(fen, 2_000_000, {
    origin: 'ours',
    group: 'screens',
    shown: 'yuan',
    changesFacts: true,
  }),
  enquiryCount: setting(times, 2, { origin: 'ours', group: 'screens', shown: 'times', changesFacts: true }),
  largeCashFen: setting(fen, 5_000_000, {
    origin: 'ours',
    group: 'screens',
    shown: 'yuan',
    changesFacts: true,
  }),

  /** Prompts and contacts over all staff after which a customer is left alone, and in how many days (L4). */
  fatigueTimes: setting(times, 3, { origin: 'ours', group: 'prompts', shown: 'times' }),
  fatigueDays: setting(days, 30, { origin: 'ours', group: 'prompts', shown: 'days' }),
  /** From this age on a prompt takes the care path instead of a product with risk (L4, R1). */
  careFromAge: setting(z.int().min(50).max(100), 65, { origin: 'fixed', group: 'prompts', shown: 'years' }),
  productLetters: setting(productLetters, PRODUCTS.map(({ letter }) => letter).join(''), {
    origin: 'ours',
    group: 'prompts',
    shown: 'letters',
  }),

  /** When the branch works: acceptance clocks run between (L8), and in the first half the day's work is told (F4). */
  workFrom: setting(timeOfDay, '08:30', { origin: 'ours', group: 'hours', shown: 'clock' }),
  workTo: setting(timeOfDay, '17:30', { origin: 'ours', group: 'hours', shown: 'clock' }),
  /** When nobody is notified of anything (F4); may run over midnight. */
  quietFrom: setting(timeOfDay, '18:00', { origin: 'ours', group: 'hours', shown: 'clock' }),
  quietTo: setting(timeOfDay, '08:00', { origin: 'ours', group: 'hours', shown: 'clock' }),
  /** Working minutes a referral waits for its receiver before it goes to the backup (L8). */
  acceptMinutes: setting(z.int().min(5).max(2_000), 60, { origin: 'ours', group: 'hours', shown: 'minutes' }),
  /** Minutes of waiting from which the board marks somebody, and from which it says that they wait long (L1). */
  waitWarnMinutes: setting(waitedMinutes, 10, { origin: 'ours', group: 'hours', shown: 'minutes' }),
  waitLongMinutes: setting(waitedMinutes, 20, { origin: 'ours', group: 'hours', shown: 'minutes' }),

  /** Customers one person may open a day before the head is told (P2). */
  dailyViewCap: setting(z.int().min(1).max(100_000), 200, {
    origin: 'ours',
    group: 'privacy',
    shown: 'customers',
  }),
  /** Minutes without a key or a click after which the screen locks (P1). */
  idleLockMinutes: setting(z.int().min(1).max(120), 10, {
    origin: 'ours',
    group: 'privacy',
    shown: 'minutes',
  }),
  /** Days after which a printed list must be shredded (F5). */
  shredAfterDays: setting(days, 7, { origin: 'ours', group: 'privacy', shown: 'days' }),

  /** From when on a day's viewing is worth a question to who looked (P2); `UnusualFrom` says what each counts. */
  unusualPeople: setting(z.int().min(1).max(10_000), 10, {
    origin: 'ours',
    group: 'viewing',
    shown: 'customers',
  }),
  unusualSharePercent: setting(percent.min(1), 50, { origin: 'ours', group: 'viewing', shown: 'percent' }),
  unusualOutsideHours: setting(z.int().min(1).max(1_000), 3, {
    origin: 'ours',
    group: 'viewing',
    shown: 'times',
  }),
  unusualRepeatedDays: setting(z.int().min(2).max(90), 3, {
    origin: 'ours',
    group: 'viewing',
    shown: 'days',
  }),
  unusualWithinDays: setting(z.int().min(2).max(90), 14, { origin: 'ours', group: 'viewing', shown: 'days' }),
  unusualReveals: setting(z.int().min(1).max(10_000), 10, {
    origin: 'ours',
    group: 'viewing',
    shown: 'times',
  }),
  unusualRevealsTimes: setting(times, 3, { origin: 'ours', group: 'viewing', shown: 'fold' }),
  /** Searches within an hour that led to nobody, from which on the head is told and the next ones wait. */
  unusualNumberGuesses: setting(z.int().min(5).max(100), 30, {
    origin: 'ours',
    group: 'viewing',
    shown: 'times',
  }),
  unusualNameGuesses: setting(z.int().min(10).max(1_000), 60, {
    origin: 'ours',
    group: 'viewing',
    shown: 'times',
  }),

  /** How long each kind of record is kept after it was closed (P3). */
  keepVisitsDays: setting(keptDays, 180, { origin: 'ours', group: 'retention', shown: 'days' }),
  keepLeadsDays: setting(keptDays, 365, { origin: 'ours', group: 'retention', shown: 'days' }),
  keepPromptsDays: setting(keptDays, 365, { origin: 'ours', group: 'retention', shown: 'days' }),
  keepNoticesDays: setting(keptDays, 90, { origin: 'ours', group: 'retention', shown: 'days' }),
  keepRejectFilesDays: setting(keptDays, 30, { origin: 'ours', group: 'retention', shown: 'days' }),

  /** What a scanner sends before and after the barcode; control characters are named by themselves. */
  scannerPrefix: setting(z.string().max(8), '', { origin: 'ours', group: 'scanner', shown: 'keys' }),
  scannerSuffix: setting(z.string().max(8), '\r', { origin: 'ours', group: 'scanner', shown: 'keys' }),
  /** Keys closer together than this come from a scanner, not from fingers (milliseconds). */
  scannerGapMs: setting(z.int().min(5).max(200), 30, { origin: 'ours', group: 'scanner', shown: 'ms' }),
}
