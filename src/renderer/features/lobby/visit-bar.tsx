import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { movesOf, type VisitMove } from '../../../shared/domain/lobby/visit.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { IDENTIFY_LETTER, MOVE_LETTER, PART_LETTER } from '../../shared/keys/board-keys.ts'
import { visitName } from '../../shared/words/visit-words.ts'
import classes from './board.module.css'
import { FirstContactButtons } from './first-contact.tsx'
import type { FirstContactState } from './use-first-contact.ts'

const STEPS = ['serve', 'finish', 'leave', 'undo'] as const satisfies readonly VisitMove[]

/** What can be done with the visitor at the cursor, always in the same place, each with its key. */
export function VisitBar(props: {
  readonly visit: Visit
  readonly contact: FirstContactState
  /** What U takes back: the step that was said last, or the visitor's own. */
  readonly canUndo: boolean
  onMove(move: VisitMove): void
  onIdentify(): void
  /** Enters the stranger as a lead; null for somebody who is known. */
  readonly onLead: (() => void) | null
  /** Whether it is being asked which ticket is somebody else's. */
  readonly parting: boolean
  onParting(on: boolean): void
  onPart(ticket: string): void
}) {
  const { visit } = props
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const moves = movesOf(visit, { staffNo: staff.no, role: staff.role })
  const takesOver = visit.state === 'serving' && visit.servedBy !== staff.no
  const offered = (move: VisitMove) => {
    if (move === 'undo') return props.canUndo
    if (move === 'serve' && visit.state === 'serving') return takesOver
    return moves.includes(move)
  }
  return (
    <>
      <Text span size="sm" fw={600} truncate maw={180}>
        {visitName(visit, t)}
      </Text>
      {STEPS.map((move) => (
        <Button
          key={move}
          variant={move === 'serve' ? 'filled' : 'default'}
          disabled={!offered(move)}
          aria-keyshortcuts={MOVE_LETTER[move]}
          onClick={() => props.onMove(move)}
        >
          {t(`lobby.move.${move === 'serve' && takesOver ? 'takeOver' : move}`)} {MOVE_LETTER[move]}
        </Button>
      ))}
      <Button variant="default" aria-keyshortcuts={IDENTIFY_LETTER} onClick={props.onIdentify}>
        {t('lobby.identify')} {IDENTIFY_LETTER}
      </Button>
      {props.onLead !== null && (
        <Button variant="default" aria-keyshortcuts="F3" onClick={props.onLead}>
          F3 {t('leads.quick.title')}
        </Button>
      )}
      {visit.tickets.length > 1 && (
        <Button
          variant="default"
          aria-keyshortcuts={PART_LETTER}
          aria-pressed={props.parting}
          title={t('lobby.part.help')}
          onClick={() => props.onParting(!props.parting)}
        >
          {t('lobby.part.title')} {PART_LETTER}
        </Button>
      )}
      <div className={classes.rest}>
        {props.parting ? (
          <PartChoice
            tickets={visit.tickets}
            onChoose={props.onPart}
            onLeave={() => props.onParting(false)}
          />
        ) : (
          <FirstContactButtons contact={props.contact} />
        )}
      </div>
    </>
  )
}

/** Which of somebody's tickets is another visitor's (L1): a digit names it, Esc leaves them one. */
function PartChoice(props: {
  readonly tickets: readonly string[]
  onChoose(ticket: string): void
  onLeave(): void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.contact} aria-label={t('lobby.part.which')}>
      <Text size="xs">{t('lobby.part.which')}</Text>
      {props.tickets.map((ticket, index) => (
        <Button key={ticket} size="compact-sm" variant="default" onClick={() => props.onChoose(ticket)}>
          {index + 1} {ticket}
        </Button>
      ))}
      <Button variant="subtle" onClick={props.onLeave}>
        {t('app.back')} Esc
      </Button>
    </fieldset>
  )
}
