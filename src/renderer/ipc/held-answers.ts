import { type QueryClient, QueryObserver, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/**
 * Keeps the answers that a screen was made of while nothing shows them, so that it can come back with what was typed
 * into it: a screen without its answer shows nothing, and its dialogs are gone. Nothing is asked meanwhile.
 */
export function useHeldAnswers(held: boolean): void {
  const client = useQueryClient()
  useEffect(() => (held ? hold(client) : undefined), [client, held])
}

/** @returns what lets go of them; what nothing shows by then is forgotten as ever */
function hold(client: QueryClient): () => void {
  const letGo = client
    .getQueryCache()
    .getAll()
    .map(({ options, queryKey }) =>
      new QueryObserver(client, { ...options, queryKey, enabled: false, gcTime: 0 }).subscribe(
        () => undefined,
      ),
    )
  return () => {
    for (const stop of letGo) stop()
  }
}
