import { useMediaQuery } from '@mantine/hooks'
import { COUNTER } from '../../../shared/domain/branch/roles.ts'
import { OpenSessionProvider, useSession } from '../../ipc/session.tsx'
import { UndoWatch } from '../../shared/undo/undo-watch.tsx'
import { ClosedStrip } from './closed-strip.tsx'
import { FoldedStrip } from './folded-strip.tsx'
import { OpenStrip, type StripParts } from './open-strip.tsx'

/** Between the strip's two widths, 340 and 44 pixels: the window's own width says whether it is folded. */
const FOLDED = '(max-width: 120px)'

/**
 * The counter strip: what the teller sees beside the core-banking window.
 * @param props.parts what other features show in it
 */
export function Strip({ parts }: { readonly parts: StripParts }) {
  const session = useSession()
  const folded = useMediaQuery(FOLDED, window.matchMedia(FOLDED).matches)
  if (session === null) return null
  if (session.state !== 'open') return <ClosedStrip state={session.state} folded={folded} />
  return (
    <OpenSessionProvider session={session}>
      {/* Folded away, the person at the counter stays chosen. */}
      <div hidden={folded} style={{ height: '100%' }}>
        <OpenStrip parts={parts} />
      </div>
      {folded && <FoldedStrip />}
      {COUNTER.includes(session.staff.role) && <UndoWatch />}
    </OpenSessionProvider>
  )
}
