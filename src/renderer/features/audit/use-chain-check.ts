import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChainPosition, ChainVerdict } from '../../../shared/contract/audit.ts'
import { call } from '../../ipc/bridge.ts'
import { CallError } from '../../ipc/call-error.ts'

export type ChainState =
  | { readonly kind: 'running' | 'left'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly verdict: ChainVerdict }
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

/** A check of the chain, part by part, that can be left and taken up again; how far it came is kept for another day. */
export function useChainCheck(): Check {
  const [state, setState] = useState<ChainState>(null)
  const position = useRef<ChainPosition | null>(null)
  /** Another number for each run: an earlier one that still waits for an answer ends with it. */
  const run = useRef(0)

  const begin = useCallback((from: ChainPosition | null) => {
    const own = ++run.current
    position.current = from
    setState({ kind: 'running', done: 0, of: 0 })
    void checkFrom(from, {
      goesOn: () => run.current === own,
      reached: (next, done, of) => {
        position.current = next
        setState({ kind: 'running', done, of })
      },
    }).then(
      (verdict) => {
        if (run.current === own && verdict !== null) setState({ kind: 'done', verdict })
      },
      (error: unknown) => {
        if (run.current === own && error instanceof CallError) setState({ kind: 'failed', error })
      },
    )
  }, [])

  const leave = useCallback(() => {
    run.current++
    keep(position.current)
    setState((now) => (now?.kind === 'running' ? { ...now, kind: 'left' } : now))
  }, [])

  useEffect(
    () => () => {
      run.current++
    },
    [],
  )
  return { state, begin, leave, goOn: () => begin(position.current) }
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

/** Where the vault cannot be written the next check begins at the first link, and that is all. */
function keep(position: ChainPosition | null): void {
  if (position?.part !== 'links') return
  const { seq, hash } = position
  void call('audit.keepChecked', { seq, hash }).catch(() => undefined)
}
