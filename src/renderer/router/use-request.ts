import { useEffect, useEffectEvent, useRef } from 'react'
import { useRequests } from './navigation.tsx'
import { type Request, type RequestOf, waitingOf } from './requests.ts'

/**
 * Does once what was asked for somewhere else, such as by its function code. What was asked before the screen was there
 * waits for it.
 * @param ready false lets a request wait, such as while something that was typed would be lost
 */
export function useRequest<K extends Request['kind']>(
  kind: K,
  act: (request: RequestOf<K>) => void,
  ready = true,
): void {
  const { waiting, listen, take } = useRequests()
  // React may run an effect twice before it renders without the request.
  const taken = useRef<number | null>(null)
  const takeUp = useEffectEvent(() => {
    const asked = waitingOf(waiting(), kind)
    if (asked === undefined || asked.id === taken.current) return
    taken.current = asked.id
    take(asked.id)
    act(asked.request)
  })
  useEffect(() => {
    if (!ready) return
    takeUp()
    return listen(() => takeUp())
  }, [ready, listen])
}
