import { useEffect, useEffectEvent } from 'react'

/**
 * Does once what was asked for somewhere else, such as by its function code.
 * @param clear takes the request back, so that it is not done again
 */
export function useAsked(asked: boolean, clear: () => void, act: () => void): void {
  const takeUp = useEffectEvent(() => {
    clear()
    act()
  })
  useEffect(() => {
    if (asked) takeUp()
  }, [asked])
}
