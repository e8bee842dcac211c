import { useHotkeys } from '@mantine/hooks'
import { useNavigation } from '../router/navigation.tsx'
import { useNeighbours } from '../router/sequence.tsx'

/** A dialog has all the keys while it is open. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

/** Alt and an arrow: ← → go back and forward, ↑ ↓ to the person before and after in the list. */
export function WanderKeys() {
  const { back, forward } = useNavigation()
  const { go } = useNeighbours()
  const unlessAsked = (act: () => void) => () => {
    if (!isDialogOpen()) act()
  }
  useHotkeys(
    [
      ['alt+ArrowLeft', unlessAsked(back)],
      ['alt+ArrowRight', unlessAsked(forward)],
      ['alt+ArrowUp', unlessAsked(() => go(-1))],
      ['alt+ArrowDown', unlessAsked(() => go(1))],
    ],
    [],
  )
  return null
}
