import type { BranchSettings, SettingName } from '../../../../shared/domain/branch/settings.ts'

/** Every adjustable value under a name of its own, as the form shows them one a row. */
export function valuesOf(settings: BranchSettings) {
  const { cadence, tierLines, ...plain } = settings
  const { high, mid, low } = cadence
  return {
    highWarn: high.warn,
    highDue: high.due,
    midSoft: mid.soft,
    midDue: mid.due,
    lowFirst: low.first,
    lowLast: low.last,
    preferredFromFen: tierLines.find(({ tier }) => tier === 'preferred')?.fromFen ?? 0,
    highNetWorthFromFen: tierLines.find(({ tier }) => tier === 'high-net-worth')?.fromFen ?? 0,
    ...plain,
  } satisfies Readonly<Record<SettingName, number | string>>
}

export type SettingValues = ReturnType<typeof valuesOf>

/** The other way round. Nothing is judged here: what does not fit is the schema's to say. */
export function settingsOf(values: SettingValues): BranchSettings {
  const { highWarn, highDue, midSoft, midDue, lowFirst, lowLast, ...others } = values
  const { preferredFromFen, highNetWorthFromFen, ...plain } = others
  return {
    cadence: {
      high: { warn: highWarn, due: highDue },
      mid: { soft: midSoft, due: midDue },
      low: { first: lowFirst, last: lowLast },
    },
    tierLines: [
      // T1: everybody below the lines belongs to the lowest tier, so its line is no setting.
      { tier: 'standard', fromFen: 0 },
      { tier: 'preferred', fromFen: preferredFromFen },
      { tier: 'high-net-worth', fromFen: highNetWorthFromFen },
    ],
    ...plain,
  }
}
