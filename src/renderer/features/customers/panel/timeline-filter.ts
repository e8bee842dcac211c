import type { InputOf } from '../../../../shared/contract/index.ts'
import { endOfMonth } from '../../../../shared/domain/calendar/civil-date.ts'
import type { TimelineKind } from '../../../../shared/domain/customer/timeline.ts'

/** What of a timeline is shown. */
export interface TimelineFilter {
  readonly kinds: readonly TimelineKind[]
  /** `2026-11`; null for all months. */
  readonly month: string | null
  /** From that day on; null from the beginning. A month takes its place. */
  readonly sinceOn: string | null
  readonly minFen: number | null
  readonly text: string
}

export const EVERYTHING: TimelineFilter = { kinds: [], month: null, sinceOn: null, minFen: null, text: '' }

/** Whether nothing is left out, also where somebody chose it back by hand. */
export function isEverything({ kinds, month, sinceOn, minFen, text }: TimelineFilter): boolean {
  return kinds.length === 0 && month === null && sinceOn === null && minFen === null && text.trim() === ''
}

/** Amounts to choose from, in fen: 1, 5 and 20 times ten thousand yuan (our own default). */
export const AMOUNTS_FEN = [1_000_000, 5_000_000, 20_000_000] as const

type Asked = Required<Pick<InputOf<'customers.timeline'>, 'kinds' | 'fromOn' | 'toOn' | 'minFen' | 'text'>>

/** What the engine is asked for. */
export function askedOf({ kinds, month, sinceOn, minFen, text }: TimelineFilter): Asked {
  const days =
    month === null
      ? { fromOn: sinceOn, toOn: null }
      : { fromOn: `${month}-01`, toOn: endOfMonth(`${month}-01`) }
  return { kinds: [...kinds], ...days, minFen, text }
}

/** Entries by month, in their order. */
export function byMonth<Entry extends { readonly on: string }>(
  entries: readonly Entry[],
): readonly { readonly month: string; readonly entries: readonly Entry[] }[] {
  const months = Map.groupBy(entries, ({ on }) => on.slice(0, 7))
  return [...months].map(([month, inMonth]) => ({ month, entries: inMonth }))
}
