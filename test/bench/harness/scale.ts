export const SCALE_NAMES = ['small', 'full'] as const
export type ScaleName = (typeof SCALE_NAMES)[number]

export interface Scale {
  readonly name: ScaleName
  readonly customers: number
}

/** A large branch, and a large city bank in one file. */
const CUSTOMERS: Readonly<Record<ScaleName, number>> = { small: 100_000, full: 1_000_000 }

/** Transactions that a customer of a bench branch has in its year; a million customers have twelve million. */
export const TRANSACTIONS_PER_CUSTOMER = 12

/** Throws `RangeError` for a scale that does not exist. */
export function scaleNamed(text: string): Scale {
  const name = SCALE_NAMES.find((each) => each === text)
  if (name === undefined) throw new RangeError(`BENCH_SCALE is one of ${SCALE_NAMES.join(', ')}`)
  return { name, customers: CUSTOMERS[name] }
}
