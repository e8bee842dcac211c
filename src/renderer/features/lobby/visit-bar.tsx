import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/contract/lobby.ts'
import type { UndoableStep } from '../../../shared/contract/undo.ts'
import { LOBBY_LETTER, MOVE_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { movesOf, type VisitMove } from '../../../shared/domain/lobby/visit.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { ticketOfKey } from '../../shared/keys/board-keys.ts'
import { stepSentence } from '../../shared/undo/step-words.ts'
import { visitWho } from '../../shared/words/visit-words.ts'
import { Question } from '../../ui/question.tsx'
import classes from './board.module.css'
import { FirstContactButtons } from './first-contact.tsx'
import type { FirstContactState } from './use-first-contact.ts'

const STEPS = ['serve', 'finish', 'leave'] as const satisfies readonly VisitMove[]
type Step = (typeof STEPS)[number]

/** What can be done with the visitor at the cursor, always in the same place, each with its key. */
export function VisitBar(props: {
  readonly visit: Visit
  readonly contact: FirstContactState
  /** What U takes back: what the signed-in person did last, whomever it was with. */
  readonly newest: UndoableStep | null
  readonly canStepBack: boolean
  onMove(move: Step): void
  onStepBack(): void
  onUndo(): void
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
  const offered = (move: Step) => {
    if (move === 'serve' && visit.state === 'serving') return takesOver
    return moves.includes(move)
  }
  return (
    <>
      <Text span size="sm" fw={600} className={classes.named} data-current>
        {visitWho(visit, t)}
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
      <Button
        variant="default"
        disabled={props.newest === null}
        aria-keyshortcuts={MOVE_LETTER.undo}
        title={props.newest === null ? t('undo.nothing') : stepSentence(props.newest, t)}
        onClick={props.onUndo}
      >
        {t('lobby.move.undo')} {MOVE_LETTER.undo}
      </Button>
      <Button variant="default" aria-keyshortcuts={LOBBY_LETTER.identify} onClick={props.onIdentify}>
        {t('lobby.identify')} {LOBBY_LETTER.identify}
      </Button>
      {props.onLead !== null && (
        <Button variant="default" aria-keyshortcuts="F3" onClick={props.onLead}>
          F3 {t('leads.quick.title')}
        </Button>
      )}
      {visit.tickets.length > 1 && (
        <Button
          variant="default"
          aria-keyshortcuts={LOBBY_LETTER.part}
          aria-pressed={props.parting}
          title={t('lobby.part.help')}
          onClick={() => props.onParting(!props.parting)}
        >
          {t('lobby.part.title')} {LOBBY_LETTER.part}
        </Button>
      )}
      {props.canStepBack && (
        <Button variant="subtle" title={t('lobby.stepBackHelp')} onClick={props.onStepBack}>
          {t('lobby.stepBack')}
        </Button>
      )}
      <div className={classes.rest}>
        {props.parting ? (
          <PartChoice visit={visit} onChoose={props.onPart} onLeave={() => props.onParting(false)} />
        ) : (
          <FirstContactButtons contact={props.contact} />
        )}
      </div>
    </>
  )
}

/** Which of somebody's tickets is another visitor's (L1): a digit names it, Esc leaves them one. */
function PartChoice(props: { readonly visit: Visit; onChoose(ticket: string): void; onLeave(): void }) {
  const { t } = useTranslation()
  const { tickets } = props.visit
  return (
    <Question
      label={`${t('lobby.part.which')} · ${visitWho(props.visit, t)}`}
      className={classes.contact}
      onKey={(code) => {
        const ticket = ticketOfKey(code, tickets)
        if (ticket !== null) props.onChoose(ticket)
      }}
      onLeave={props.onLeave}
    >
      <Text size="xs">{t('lobby.part.which')}</Text>
      {tickets.map((ticket, index) => (
        <Button key={ticket} size="compact-sm" variant="default" onClick={() => props.onChoose(ticket)}>
          {index + 1} {ticket}
        </Button>
      ))}
      <Button variant="subtle" onClick={props.onLeave}>
        {t('app.back')} Esc
      </Button>
    </Question>
  )
}
