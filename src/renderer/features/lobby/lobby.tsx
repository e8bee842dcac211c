import { Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Arrived, BoardVisit } from '../../../shared/contract/lobby.ts'
import { useSteps } from '../../router/navigation.tsx'
import { boardKey } from '../../shared/keys/board-keys.ts'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { openLayer } from '../../ui/layers.ts'
import { Problem } from '../../ui/problem.tsx'
import { isFocusFree } from '../../ui/working-place.ts'
import classes from './board.module.css'
import { BoardList } from './board-list.tsx'
import { Said } from './said.tsx'
import type { BoardState } from './use-board.ts'
import { useFirstContact } from './use-first-contact.ts'
import { useToastsAbove } from './use-toasts-above.ts'
import { VisitBar } from './visit-bar.tsx'

/** The list of visits with the bar of what can be done below it. */
export function Lobby(props: {
  readonly visits: readonly BoardVisit[]
  readonly current: BoardVisit
  readonly state: BoardState
  readonly arrived: Arrived | null
  onArrival(): void
  /** The cursor went elsewhere: what was said about an arrival is over. */
  onElsewhere(): void
}) {
  const { current, state } = props
  const { t } = useTranslation()
  const { ask: askFor } = useSteps()
  const person = useRowPerson()
  const isIdle = person.isAnother(current.customer?.uid)
  const [identifyingUid, setIdentifying] = useState<string | null>(null)
  const [partingUid, setPartingUid] = useState<string | null>(null)
  const parting = partingUid === current.uid && current.tickets.length > 1
  const contact = useFirstContact(current)
  const put = (visit: BoardVisit) => {
    props.onElsewhere()
    state.put(visit.uid)
    person.select(visit.customer?.uid ?? null)
  }
  const show = (visit: BoardVisit) => {
    put(visit)
    if (visit.customer !== null) person.open(visit.customer.uid)
  }
  const open = (visit: BoardVisit) => {
    show(visit)
    if (visit.customer === null) setIdentifying(visit.uid)
  }
  const identified = (visitUid: string | null) => {
    setIdentifying(null)
    if (visitUid !== null) state.put(visitUid)
    // Whoever leaves the question for another place keeps the focus there.
    if (visitUid !== null || isFocusFree()) state.list.current?.focus()
  }
  const ask = (on: boolean) => setPartingUid(on && current.tickets.length > 1 ? current.uid : null)
  const part = (ticket: string) => {
    props.onElsewhere()
    ask(false)
    state.part(ticket)
  }
  const isStranger = current.customer === null && current.lead === null
  // The lead appears on the visitor's own row, with a ticket or without.
  const enterLead = () => askFor({ kind: 'quick-lead', typed: current.tickets.join(' '), from: current })
  const onKey = ({ nativeEvent }: KeyboardEvent) => {
    const key = boardKey(nativeEvent.code)
    // Nobody is selected while somebody else is open; a new arrival is nobody of the list yet.
    if (isIdle && key?.kind !== 'arrival') return false
    if (openLayer() !== null) return false
    if (nativeEvent.code === 'F3' && isStranger) {
      enterLead()
      return true
    }
    if (contact.press(nativeEvent.code)) return true
    switch (key?.kind) {
      case undefined:
        return false
      case 'arrival':
        props.onArrival()
        return true
      case 'identify':
        setIdentifying(current.uid)
        return true
      case 'part':
        ask(true)
        return true
      case 'move':
        props.onElsewhere()
        if (key.move === 'undo') state.undo()
        else state.move(key.move)
        return true
    }
  }
  // Whoever clicked a button goes on by keyboard from there.
  const onBarKey = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    if (onKey(event)) event.preventDefault()
  }
  const bar = useToastsAbove()
  return (
    <>
      <BoardList
        visits={props.visits}
        at={state.at}
        isIdle={isIdle}
        list={state.list}
        identifyingUid={identifyingUid}
        onPut={put}
        onShow={show}
        onOpen={open}
        onIdentified={identified}
        onKey={onKey}
      />
      <section ref={bar} className={classes.bar} aria-label={t('lobby.bar')} onKeyDown={onBarKey}>
        <Said last={state.last} arrived={props.arrived} />
        <Problem error={state.error} />
        {isIdle ? (
          <Text size="sm" c="dimmed">
            {t('lobby.noneSelected')}
          </Text>
        ) : (
          <VisitBar
            visit={current}
            contact={contact}
            newest={state.newest}
            canStepBack={state.canStepBack}
            onStepBack={state.stepBack}
            onUndo={() => {
              props.onElsewhere()
              state.undo()
            }}
            onMove={(move) => {
              props.onElsewhere()
              state.move(move)
            }}
            onIdentify={() => setIdentifying(current.uid)}
            onLead={isStranger ? enterLead : null}
            parting={parting}
            onParting={ask}
            onPart={part}
          />
        )}
      </section>
    </>
  )
}
