import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChainPosition, ChainVerdict } from '../../../shared/contract/audit.ts'
import { call } from '../../ipc/bridge.ts'
import { CallError } from '../../ipc/call-error.ts'

export type ChainState =
  | { readonly kind: 'running' | 'left'; readonly done: number; readonly of: number }
  /** `since` is the link behind which the check began: 0 for all of them. */
  | { readonly kind: 'done'; readonly verdict: ChainVerdict; readonly since: number }
  | { readonly kind: 'failed'; readonly error: CallError }
  | null

interface Check {
  readonly state: ChainState
  /** Begins at a position, null being the first link. */
  begin(from: ChainPosition | null): void
  /** Stops after the part that is under way; `goOn` takes it up from there. */
  leave(): void
  goOn(): void
}

const NOT_COUNTED = { done: 0, of: 0 }

/**
 * A check of the chain, part by part, that can be left and taken up again; how far it came is kept for another day, also where
 * its dialog is closed. The screen's lock interrupts it, and it goes on behind the lock.
 */
export function useChainCheck(): Check {
  const [state, setState] = useState<ChainState>(null)
  const position = useRef<ChainPosition | null>(null)
  const since = useRef(0)
  /** Another number for each run: an earlier one that still waits for an answer ends with it. */
  const run = useRef(0)
  const isRunning = useRef(false)
  const wasInterrupted = useRef(false)

  const goOn = useCallback(() => {
    const own = ++run.current
    isRunning.current = true
    setState((now) =>
      now?.kind === 'left' || now?.kind === 'running'
        ? { ...now, kind: 'running' }
        : { kind: 'running', ...NOT_COUNTED },
    )
    const ends = (ended: ChainState) => {
      if (run.current !== own) return
      isRunning.current = false
      setState(ended)
    }
    void checkFrom(position.current, {
      goesOn: () => run.current === own,
      reached: (next, done, of) => {
        position.current = next
        setState({ kind: 'running', done, of })
      },
    }).then(
      (verdict) => {
        if (verdict !== null) ends({ kind: 'done', verdict, since: since.current })
      },
      (error: unknown) => {
        if (error instanceof CallError) ends({ kind: 'failed', error })
      },
    )
  }, [])

  const begin = useCallback(
    (from: ChainPosition | null) => {
      position.current = from
      since.current = from?.seq ?? 0
      setState(null)
      goOn()
    },
    [goOn],
  )

  const stop = useCallback(() => {
    run.current++
    isRunning.current = false
    keep(position.current)
    setState((now) => (now?.kind === 'running' ? { ...now, kind: 'left' } : now))
  }, [])

  useEffect(() => {
    if (wasInterrupted.current) {
      wasInterrupted.current = false
      goOn()
    }
    return () => {
      if (!isRunning.current) return
      wasInterrupted.current = true
      stop()
    }
  }, [goOn, stop])
  return { state, begin, leave: stop, goOn }
}

interface Listener {
  goesOn(): boolean
  reached(next: ChainPosition, done: number, of: number): void
}

/** Null where it was left. */
async function checkFrom(
  from: ChainPosition | null,
  { goesOn, reached }: Listener,
): Promise<ChainVerdict | null> {
  for (let position = from; ; ) {
    const part = await call('audit.verifyPart', { from: position })
    if (!goesOn()) return null
    if (part.state === 'done') {
      if (part.verdict.intact) keep({ part: 'links', seq: part.verdict.entries, hash: part.verdict.lastHash })
      return part.verdict
    }
    position = part.next
    reached(part.next, part.done, part.of)
  }
}

/** Where the vault cannot be written the next check begins where the last one did, and that is all. */
function keep(position: ChainPosition | null): void {
  if (position === null) return
  const seq = position.part === 'links' ? position.seq : position.links
  void call('audit.keepChecked', { seq, hash: position.hash }).catch(() => undefined)
}
