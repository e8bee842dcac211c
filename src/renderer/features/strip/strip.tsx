import { useMediaQuery } from '@mantine/hooks'
import { COUNTER } from '../../../shared/domain/branch/roles.ts'
import { useHeldAnswers } from '../../ipc/held-answers.ts'
import { OpenSessionProvider, useKeptSession, useSession } from '../../ipc/session.tsx'
import { UnsavedProvider } from '../../router/unsaved.tsx'
import { UndoWatch } from '../../shared/undo/undo-watch.tsx'
import { SetAside } from '../../ui/set-aside.tsx'
import { UnsavedQuestion } from '../../ui/unsaved-question.tsx'
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
  const kept = useKeptSession()
  const locked = session?.state === 'locked'
  useHeldAnswers(locked)
  if (session === null) return null
  return (
    <>
      {kept !== null && (
        <SetAside key={kept.staff.no} aside={locked}>
          <OpenSessionProvider session={kept}>
            {/* Folded away, the person at the counter stays chosen. */}
            <div hidden={folded} style={{ height: '100%' }}>
              <UnsavedProvider Question={UnsavedQuestion}>
                <OpenStrip parts={parts} />
              </UnsavedProvider>
            </div>
            {folded && <FoldedStrip />}
            {COUNTER.includes(kept.staff.role) && <UndoWatch />}
          </OpenSessionProvider>
        </SetAside>
      )}
      {session.state !== 'open' && <ClosedStrip state={session.state} folded={folded} />}
    </>
  )
}
