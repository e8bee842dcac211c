import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useNavigation } from './navigation.tsx'

/** A row that a list brings its cursor to, because somebody went there from the panel. */
export interface Follow {
  readonly customerUid: string
  /** Counts up, so that going there twice is told twice. */
  readonly times: number
}

interface Shown {
  readonly uids: readonly string[]
  /** How many are in the whole list, also those whose page was not read yet. */
  readonly total: number
}

interface Sequence extends Shown {
  readonly follow: Follow | null
  show(shown: Shown): void
  step(customerUid: string): void
}

const NOBODY: Shown = { uids: [], total: 0 }

const SequenceContext = createContext<Sequence | null>(null)

/** Knows in which order the list on the screen has its people, for going from one to the next without the list. */
export function SequenceProvider({ children }: { readonly children: ReactNode }) {
  const [{ uids, total }, show] = useState<Shown>(NOBODY)
  const [follow, setFollow] = useState<Follow | null>(null)
  const sequence = useMemo(
    () => ({
      uids,
      follow,
      total,
      show,
      step: (customerUid: string) =>
        setFollow((before) => ({ customerUid, times: (before?.times ?? 0) + 1 })),
    }),
    [uids, total, follow],
  )
  return <SequenceContext value={sequence}>{children}</SequenceContext>
}

function useSequenceContext(): Sequence {
  const sequence = useContext(SequenceContext)
  if (sequence === null) throw new Error('useSequence outside of the frame')
  return sequence
}

/**
 * Says which people the list on the screen has, in its order.
 * @param total how many it has in all, where it comes in pages and that is known
 * @returns where the list's cursor is to go; null until somebody went anywhere
 */
export function useSequence(uids: readonly string[], total: number | null = null): Follow | null {
  const { show, follow } = useSequenceContext()
  const key = uids.join(' ')
  useEffect(() => {
    const people = key === '' ? [] : [...new Set(key.split(' '))]
    show({ uids: people, total: Math.max(people.length, total ?? 0) })
    return () => show(NOBODY)
  }, [key, total, show])
  return follow
}

export interface Neighbours {
  /** The place of the person on the right in the list, from 1; null where they are not in it. */
  readonly at: number | null
  readonly count: number
  /** Nobody comes behind them, as far as the list was read. */
  readonly isLast: boolean
  /** Shows the one before or after; nothing at the end of the list. */
  go(by: 1 | -1): void
}

/** The people before and after the one on the right. */
export function useNeighbours(): Neighbours {
  const { uids, total, step } = useSequenceContext()
  const { customerUid, choose } = useNavigation()
  const place = customerUid === null ? -1 : uids.indexOf(customerUid)
  return {
    at: place === -1 ? null : place + 1,
    count: total,
    isLast: place === uids.length - 1,
    go: (by) => {
      const uid = place === -1 ? undefined : uids[place + by]
      if (uid === undefined) return
      step(uid)
      choose(uid)
    },
  }
}
