import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Arrived, BoardVisit } from '../../../shared/contract/lobby.ts'
import { useNavigation } from '../../router/navigation.tsx'
import { boardKey, PART_LETTER, ticketOfKey } from '../../shared/keys/board-keys.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import classes from './board.module.css'
import { BoardList } from './board-list.tsx'
import { Said } from './said.tsx'
import type { BoardState } from './use-board.ts'
import { useFirstContact } from './use-first-contact.ts'
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
  const { choose, ask: askFor } = useNavigation()
  const [identifyingUid, setIdentifying] = useState<string | null>(null)
  const [partingUid, setPartingUid] = useState<string | null>(null)
  const parting = partingUid === current.uid && current.tickets.length > 1
  const contact = useFirstContact(current)
  const put = (visit: BoardVisit) => {
    props.onElsewhere()
    state.put(visit.uid)
  }
  const show = (visit: BoardVisit) => {
    put(visit)
    if (visit.customer !== null) choose(visit.customer.uid)
  }
  const open = (visit: BoardVisit) => {
    show(visit)
    if (visit.customer === null) setIdentifying(visit.uid)
  }
  const identified = (visitUid: string | null) => {
    setIdentifying(null)
    if (visitUid !== null) state.put(visitUid)
    state.list.current?.focus()
  }
  const ask = (on: boolean) => {
    setPartingUid(on && current.tickets.length > 1 ? current.uid : null)
    state.list.current?.focus()
  }
  const part = (ticket: string) => {
    props.onElsewhere()
    ask(false)
    state.part(ticket)
  }
  const onTicketKey = (code: string) => {
    const ticket = ticketOfKey(code, current.tickets)
    if (ticket !== null) part(ticket)
    else if (code === 'Escape' || code === `Key${PART_LETTER}`) ask(false)
    // Whatever else was pressed was not meant for the question, nor for the visitor behind it.
    return true
  }
  const isStranger = current.customer === null && current.lead === null
  // The lead is of the ticket, so it appears on the visitor's own row.
  const enterLead = () => askFor({ kind: 'quick-lead', typed: current.tickets.join(' ') })
  const onKey = ({ nativeEvent }: KeyboardEvent) => {
    if (nativeEvent.code === 'F3' && isStranger) {
      enterLead()
      return true
    }
    if (parting) return nativeEvent.code !== 'Tab' && onTicketKey(nativeEvent.code)
    // A question that is open takes its letter first: L is 理财 then, and not 离开.
    if (contact.press(nativeEvent.code)) return true
    const key = contact.asking === null ? boardKey(nativeEvent.code) : null
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
        state.move(key.move)
        return true
    }
  }
  // Whoever clicked a button goes on by keyboard from there.
  const onBarKey = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    if (onKey(event)) event.preventDefault()
  }
  return (
    <>
      <BoardList
        visits={props.visits}
        at={state.at}
        list={state.list}
        identifyingUid={identifyingUid}
        onPut={put}
        onShow={show}
        onOpen={open}
        onIdentified={identified}
        onKey={onKey}
      />
      <section className={classes.bar} aria-label={t('lobby.bar')} onKeyDown={onBarKey}>
        <Said last={state.last} arrived={props.arrived} />
        <Problem error={state.error} />
        <VisitBar
          visit={current}
          contact={contact}
          canUndo={state.canUndo}
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
      </section>
    </>
  )
}
