/** What a bench promises: a limit for the figure itself, or for how many times its floor it is. */
export type Target = { readonly of: 'value' | 'ratio'; readonly atMost: number }

/** One measured figure beside the floor that the same run measured. Smaller is better. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 's' | 'us/row' | 'MiB'
  readonly floor: number
  readonly target: Target
}

/** @returns the line of output, and whether the target was met */
export function judged({ name, value, unit, floor, target }: Figure): { line: string; passed: boolean } {
  const ratio = value / floor
  const passed = (target.of === 'ratio' ? ratio : value) <= target.atMost
  const numbers = `value=${short(value)} unit=${unit} floor=${short(floor)} ratio=${short(ratio)}`
  return { line: `BENCH ${name} ${numbers} target=${target.atMost} ${passed ? 'pass' : 'fail'}`, passed }
}

/** Three digits that matter. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** The smallest sample that at least this part of all samples does not exceed (nearest rank). */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
  if (value === undefined) throw new RangeError('there is no percentile of nothing')
  return value
}

export const p95 = (samples: readonly number[]): number => percentile(samples, 0.95)
export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
