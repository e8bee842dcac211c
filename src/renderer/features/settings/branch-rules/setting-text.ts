import type { SettingUnit } from '../../../../shared/domain/branch/setting-table.ts'
import type { BranchSettings, SettingName } from '../../../../shared/domain/branch/settings.ts'
import { readAmount } from '../../../../shared/domain/imports/money-text.ts'
import { toHalfWidth } from '../../../../shared/domain/text/half-width.ts'
import { yuan } from '../../../ui/amounts.ts'

const LAST_HOUR = 23
const LAST_MINUTE = 59

export type TextFault = 'empty' | 'notWhole' | 'notAmount' | 'notClock'

/** Keys that write nothing one could see in a field, each by a name that can be typed. */
const NAMED_KEYS: readonly { readonly key: string; readonly name: string }[] = [
  { key: '\r', name: '<Enter>' },
  { key: '\t', name: '<Tab>' },
  { key: ' ', name: '<Space>' },
]

/** A value as its field shows it: money in yuan, invisible keys by their names. */
export function textOf(value: number | string, unit: SettingUnit): string {
  if (typeof value === 'string') return unit === 'keys' ? keysText(value) : value
  return unit === 'yuan' ? yuan(value) : String(value)
}

/** What somebody wrote into a field, with either kind of digits; or why it is no value at all. */
export function readText(
  text: string,
  unit: SettingUnit,
): { readonly value: number | string } | { readonly fault: TextFault } {
  if (unit === 'keys') return { value: keysOf(text) }
  const plain = toHalfWidth(text).trim()
  if (plain === '') return { fault: 'empty' }
  if (unit === 'letters') return { value: plain.toUpperCase() }
  if (unit === 'clock') return clockOf(plain)
  if (unit === 'yuan') {
    const fen = readAmount(plain, { decimal: '.', unit: 'yuan' })
    return typeof fen === 'number' ? { value: fen } : { fault: 'notAmount' }
  }
  return /^-?\d{1,9}$/.test(plain) ? { value: Number(plain) } : { fault: 'notWhole' }
}

/** `8:30` and `08：30` are half past eight. */
function clockOf(text: string): { readonly value: string } | { readonly fault: TextFault } {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return { fault: 'notClock' }
  if (Number(hours) > LAST_HOUR || Number(minutes) > LAST_MINUTE) return { fault: 'notClock' }
  return { value: `${hours.padStart(2, '0')}:${minutes}` }
}

/** A line's end reaches the program as the Enter key, however the scanner writes it. */
function keysText(keys: string): string {
  const ends = keys.replace(/\r\n|\n/g, '\r')
  return NAMED_KEYS.reduce((text, { key, name }) => text.replaceAll(key, name), ends)
}

function keysOf(text: string): string {
  return NAMED_KEYS.reduce(
    (keys, { key, name }) => keys.replaceAll(new RegExp(name, 'gi'), key),
    toHalfWidth(text),
  )
}

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
