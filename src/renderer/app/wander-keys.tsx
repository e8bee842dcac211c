import { useSteps } from '../router/navigation.tsx'
import { useNeighbours } from '../router/sequence.tsx'
import { useScreenHotkeys } from '../ui/screen-hotkeys.ts'

/** Alt and an arrow: ← → go back and forward, ↑ ↓ to the person before and after in the list. */
export function WanderKeys() {
  const { back, forward } = useSteps()
  const { go } = useNeighbours()
  useScreenHotkeys([
    ['alt+ArrowLeft', back],
    ['alt+ArrowRight', forward],
    ['alt+ArrowUp', () => go(-1)],
    ['alt+ArrowDown', () => go(1)],
  ])
  return null
}
