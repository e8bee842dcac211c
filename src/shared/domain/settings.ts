import { z } from 'zod'
import { DEFAULT_CADENCE } from './cadence.ts'
import { DEFAULT_FINDING_SETTINGS } from './findings.ts'
import { DEFAULT_TIER_LINES, TIERS } from './tiers.ts'

const fen = z.int().min(0)
const days = z.int().min(1).max(366)
const percent = z.int().min(0).max(100)

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
export const branchSettingsSchema = z.strictObject({
  cadence: cadenceSchema,
  decayDays: days,
  tierLines: tierLinesSchema,
  nearTierBandPercent: percent,
  /** S3 lets a branch choose three to six months. */
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
  idleLockMinutes: z.int().min(1).max(120),
  /** Days after which a printed list must be shredded (F5). */
  shredAfterDays: days,
  /** What a scanner sends before and after the barcode; control characters are named by themselves. */
  scannerPrefix: z.string().max(8),
  scannerSuffix: z.string().max(8),
  /** Keys closer together than this come from a scanner, not from fingers (milliseconds). */
  scannerGapMs: z.int().min(5).max(200),
})

export type BranchSettings = z.infer<typeof branchSettingsSchema>

export const DEFAULT_SETTINGS: BranchSettings = {
  cadence: DEFAULT_CADENCE,
  decayDays: 30,
  tierLines: [...DEFAULT_TIER_LINES],
  ...DEFAULT_FINDING_SETTINGS,
  dailyViewCap: 200,
  idleLockMinutes: 10,
  shredAfterDays: 7,
  scannerPrefix: '',
  scannerSuffix: '\r',
  scannerGapMs: 30,
}

/** Whether a default is fixed by the practice the product implements, or ours; Settings shows which. */
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
  idleLockMinutes: 'ours',
  shredAfterDays: 'ours',
  scannerPrefix: 'ours',
  scannerSuffix: 'ours',
  scannerGapMs: 'ours',
}
