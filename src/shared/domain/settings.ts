import { z } from 'zod'
import { DEFAULT_CADENCE } from './cadence.ts'
import { DEFAULT_FINDING_SETTINGS } from './findings.ts'
import { PRODUCTS } from './products.ts'
import { DEFAULT_TIER_LINES, TIERS } from './tiers.ts'
import { DEFAULT_UNUSUAL_FROM } from './viewing.ts'

const fen = z.int().min(0)
const days = z.int().min(1).max(366)
/** Retention: a day at least, ten years at most. */
const keptDays = z.int().min(1).max(3_660)
const percent = z.int().min(0).max(100)
/** A time of the day, `HH:MM`. Sorts by time. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** One letter a product, in the order of `PRODUCTS`, none twice: the keys of the flag pad (L6). */
const productLetters = z
  .string()
  .regex(/^[A-Z]+$/)
  .length(PRODUCTS.length)
  .refine((letters) => new Set(letters).size === letters.length, { message: 'letters.twice' })

const cadenceSchema = z
  .object({
    high: z.object({ warn: days, due: days }),
    mid: z.object({ soft: days, due: days }),
    low: z.object({ first: days, last: days }),
  })
  .refine(({ high, mid, low }) => high.warn <= high.due && mid.soft <= mid.due && low.first <= low.last, {
    message: 'cadence.warns-after-due',
  })

const tierLinesSchema = z
  .array(z.object({ tier: z.enum(TIERS), fromFen: fen }))
  .length(TIERS.length)
  .refine((lines) => lines.every((line, index) => line.tier === TIERS[index]), { message: 'tiers.order' })
  .refine(
    (lines) => lines.every((line, index) => index === 0 || line.fromFen > (lines[index - 1]?.fromFen ?? 0)),
    {
      message: 'tiers.not-ascending',
    },
  )

/** Everything a branch may adjust; a stored value that does not fit is refused when it is saved, not when it is used. */
const fieldsSchema = z.strictObject({
  cadence: cadenceSchema,
  decayDays: days,
  tierLines: tierLinesSchema,
  nearTierBandPercent: percent,
  /** A branch may choose three to six months (S3). */
  dormantMonths: z.int().min(3).max(6),
  dormantBalanceFen: fen,
  maturityDays: days,
  birthdayDays: z.int().min(0).max(31),
  leakDropPercent: percent.min(1),
  leakFromFen: fen,
  enquiryCount: z.int().min(1).max(100),
  largeCashFen: fen,
  /** Customers one person may open a day before the head is told (P2). */
  dailyViewCap: z.int().min(1).max(100_000),
  /** From these numbers on, a day's viewing is listed as unusual (P2). */
  unusualPeople: z.int().min(1).max(10_000),
  unusualSharePercent: percent.min(1),
  unusualOutsideHours: z.int().min(1).max(1_000),
  unusualRepeatedDays: z.int().min(2).max(90),
  unusualWithinDays: z.int().min(2).max(90),
  unusualReveals: z.int().min(1).max(10_000),
  unusualRevealsTimes: z.int().min(1).max(100),
  /** Minutes without a key or a click after which the screen locks (P1). */
  idleLockMinutes: z.int().min(1).max(120),
  /** Days after which a printed list must be shredded (F5). */
  shredAfterDays: days,
  /** Prompts and contacts over all staff after which a customer is left alone, and in how many days (L4). */
  fatigueTimes: z.int().min(1).max(100),
  fatigueDays: days,
  /** From this age on a prompt takes the care path instead of a product with risk (L4, R1). */
  careFromAge: z.int().min(50).max(100),
  /** Working minutes a referral waits for its receiver before it goes to the backup (L8). */
  acceptMinutes: z.int().min(5).max(2_000),
  /** Working days overdue at which an intent is the owner's, also the head's, and at high risk (F4). */
  escalateOwnerDays: days,
  escalateHeadDays: days,
  escalateRiskDays: days,
  /** When the branch works; acceptance clocks run between (L8), and in the first half the day's work is told (F4). */
  workFrom: timeOfDay,
  workTo: timeOfDay,
  /** When nobody is notified of anything (F4); may run over midnight. */
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  productLetters,
  /** How long each kind of record is kept after it was closed (P3). */
  keepVisitsDays: keptDays,
  keepLeadsDays: keptDays,
  keepPromptsDays: keptDays,
  keepNoticesDays: keptDays,
  keepRejectFilesDays: keptDays,
  /** What a scanner sends before and after the barcode; control characters are stored as they are. */
  scannerPrefix: z.string().max(8),
  scannerSuffix: z.string().max(8),
  /** Keys closer together than this come from a scanner, not from fingers (milliseconds). */
  scannerGapMs: z.int().min(5).max(200),
})

/** Conditions between fields. Each issue is reported at the field that should be changed. */
export const branchSettingsSchema = fieldsSchema
  .refine(({ workFrom, workTo }) => workFrom < workTo, { message: 'hours.none', path: ['workTo'] })
  .refine(({ escalateOwnerDays: owner, escalateHeadDays: head }) => owner <= head, {
    message: 'escalation.order',
    path: ['escalateHeadDays'],
  })
  .refine(({ escalateHeadDays: head, escalateRiskDays: risk }) => head <= risk, {
    message: 'escalation.order',
    path: ['escalateRiskDays'],
  })
  .refine(({ unusualRepeatedDays: days, unusualWithinDays: within }) => days <= within, {
    message: 'viewing.order',
    path: ['unusualWithinDays'],
  })

export type BranchSettings = z.infer<typeof branchSettingsSchema>

export const DEFAULT_SETTINGS: BranchSettings = {
  cadence: DEFAULT_CADENCE,
  decayDays: 30,
  tierLines: [...DEFAULT_TIER_LINES],
  ...DEFAULT_FINDING_SETTINGS,
  dailyViewCap: 200,
  ...DEFAULT_UNUSUAL_FROM,
  idleLockMinutes: 10,
  shredAfterDays: 7,
  fatigueTimes: 3,
  fatigueDays: 30,
  careFromAge: 65,
  acceptMinutes: 60,
  escalateOwnerDays: 3,
  escalateHeadDays: 5,
  escalateRiskDays: 7,
  workFrom: '08:30',
  workTo: '17:30',
  quietFrom: '18:00',
  quietTo: '08:00',
  productLetters: PRODUCTS.map(({ letter }) => letter).join(''),
  keepVisitsDays: 180,
  keepLeadsDays: 365,
  keepPromptsDays: 365,
  keepNoticesDays: 90,
  keepRejectFilesDays: 30,
  scannerPrefix: '',
  scannerSuffix: '\r',
  scannerGapMs: 30,
}

/** Whether a default is fixed by the practice that the product implements or our own; the settings screen shows which. */
export const SETTING_ORIGIN: Record<keyof BranchSettings, 'fixed' | 'ours'> = {
  cadence: 'fixed',
  decayDays: 'ours',
  tierLines: 'ours',
  nearTierBandPercent: 'ours',
  dormantMonths: 'fixed',
  dormantBalanceFen: 'fixed',
  maturityDays: 'ours',
  birthdayDays: 'fixed',
  leakDropPercent: 'ours',
  leakFromFen: 'ours',
  enquiryCount: 'ours',
  largeCashFen: 'ours',
  dailyViewCap: 'ours',
  unusualPeople: 'ours',
  unusualSharePercent: 'ours',
  unusualOutsideHours: 'ours',
  unusualRepeatedDays: 'ours',
  unusualWithinDays: 'ours',
  unusualReveals: 'ours',
  unusualRevealsTimes: 'ours',
  idleLockMinutes: 'ours',
  shredAfterDays: 'ours',
  fatigueTimes: 'ours',
  fatigueDays: 'ours',
  careFromAge: 'fixed',
  acceptMinutes: 'ours',
  escalateOwnerDays: 'ours',
  escalateHeadDays: 'ours',
  escalateRiskDays: 'ours',
  workFrom: 'ours',
  workTo: 'ours',
  quietFrom: 'ours',
  quietTo: 'ours',
  productLetters: 'ours',
  keepVisitsDays: 'ours',
  keepLeadsDays: 'ours',
  keepPromptsDays: 'ours',
  keepNoticesDays: 'ours',
  keepRejectFilesDays: 'ours',
  scannerPrefix: 'ours',
  scannerSuffix: 'ours',
  scannerGapMs: 'ours',
}
