import type { ShownPrompts } from '../../../shared/contract/prompts.ts'
import { useCommand } from '../../door/operations.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'

/** What was noted of an answer, and its way back. */
export function UndoAnswer(props: {
  readonly promptUid: string
  readonly said: string
  onUndone(shown: ShownPrompts): void
}) {
  const { promptUid, said, onUndone } = props
  const undo = useCommand('prompts.undoResponse')
  const takeBack = () => undo.mutate({ promptUid }, { onSuccess: onUndone })
  return <UndoNotice said={said} busy={undo.isPending} error={undo.error} onUndo={takeBack} />
}
