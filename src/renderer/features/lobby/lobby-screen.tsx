import { Button, Text } from '@mantine/core'
import IconDoorEnter from '@tabler/icons-react/icons/IconDoorEnter'
import { type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Arrived, Board } from '../../../shared/contract/lobby.ts'
import { LOBBY_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { averageWait } from '../../../shared/domain/lobby/visit.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useRequest } from '../../router/use-request.ts'
import { boardKey } from '../../shared/keys/board-keys.ts'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { minutesText } from '../../shared/words/visit-words.ts'
import { ClockText } from '../../ui/clock-text.tsx'
import { isPlainKey } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ArrivalForm } from './arrival-form.tsx'
import classes from './board.module.css'
import { EmptyLobby } from './empty-lobby.tsx'
import { Lobby } from './lobby.tsx'
import { useBoard } from './use-board.ts'

/** The lobby (L1): who is here, since when, for what, and what to say; every step is one key. */
export function LobbyScreen() {
  const { t } = useTranslation()
  const board = useOperation('lobby.board', {})
  const [arriving, setArriving] = useState(false)
  const [arrived, setArrived] = useState<Arrived | null>(null)
  const person = useRowPerson()
  const state = useBoard(board.data?.visits ?? [], (visit) => person.leave(visit.customer?.uid ?? null))
  useRequest('arrival', () => setArriving(true))
  const closeForm = () => {
    setArriving(false)
    state.list.current?.focus()
  }
  const onArrived = (next: Arrived) => {
    // As long as the form is there its text counts as unsaved, and to select the new row would ask about it.
    flushSync(() => setArriving(false))
    state.put(next.visit.uid)
    person.select(next.visit.customer?.uid ?? null)
    setArrived(next)
    state.list.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (!isPlainKey(event) || boardKey(event.nativeEvent.code)?.kind !== 'arrival') return false
    setArriving(true)
    return true
  }
  return (
    <Screen
      title={t('app.rail.lobby')}
      onKey={onKey}
      actions={
        <>
          {board.data !== undefined && <BoardHead board={board.data} />}
          <Button
            leftSection={<IconDoorEnter size={16} aria-hidden />}
            onClick={() => setArriving(true)}
            aria-keyshortcuts={LOBBY_LETTER.arrival}
          >
            {t('lobby.form.title')} {LOBBY_LETTER.arrival}
          </Button>
        </>
      }
    >
      <div className={classes.page}>
        {arriving && <ArrivalForm onArrived={onArrived} onCancel={closeForm} />}
        <Problem error={board.error} />
        {board.isPending && <Waiting lines={10} />}
        {board.data?.visits.length === 0 && !arriving && <EmptyLobby onArrival={() => setArriving(true)} />}
        {state.current !== undefined && (
          <Lobby
            visits={board.data?.visits ?? []}
            current={state.current}
            state={state}
            arrived={arrived}
            onArrival={() => setArriving(true)}
            onElsewhere={() => setArrived(null)}
          />
        )}
      </div>
    </Screen>
  )
}

/** 到店 12 · 等候 5 · 平均 4 分; the average goes on with the clock. */
function BoardHead({ board }: { readonly board: Board }) {
  const { t } = useTranslation()
  const { counts, visits } = board
  const average = (nowAt: number) => t('lobby.average', { time: minutesText(averageWait(visits, nowAt), t) })
  return (
    <Text size="sm" className={classes.counts}>
      {t('lobby.arrived', { count: counts.arrived })} · {t('lobby.waitingCount', { count: counts.waiting })} ·{' '}
      <ClockText textAt={average} />
    </Text>
  )
}
