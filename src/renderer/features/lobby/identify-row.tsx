import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit, VisitIdentity } from '../../../shared/contract/lobby.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useSteps } from '../../router/navigation.tsx'
import { PersonSearchBox } from '../../shared/person/person-search-box.tsx'
import { visitorName, visitWho } from '../../shared/words/visit-words.ts'
import { useFocusBack } from '../../ui/focus-back.ts'
import { QUESTION } from '../../ui/layers.ts'
import { explain } from '../../ui/problem.tsx'
import { leftBy } from '../../ui/question.tsx'
import classes from './board.module.css'

/** Says who a visitor is, in the visitor's own row (L2): by what they say or show, never by how they look. */
export function IdentifyRow(props: {
  readonly visit: BoardVisit
  /** With the visit that stays, or null where nobody was chosen. */
  onDone(visitUid: string | null): void
}) {
  const { visit, onDone } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { ask } = useSteps()
  const identify = useCommand('lobby.identify')
  useFocusBack(true)
  useEffect(() => input.current?.focus(), [])
  const say = (who: VisitIdentity) =>
    identify.mutate({ visitUid: visit.uid, who }, { onSuccess: ({ visit: kept }) => onDone(kept.uid) })
  const problem = identify.error === null ? null : explain(identify.error, t).text
  return (
    <fieldset
      {...QUESTION}
      className={classes.identify}
      aria-label={t('lobby.identify')}
      onBlur={leftBy(() => onDone(null))}
    >
      <PersonSearchBox
        label={problem ?? t('lobby.identifyBox', { who: visitWho(visit, t) })}
        input={input}
        codes={[]}
        onPerson={({ uid }) => say({ kind: 'customer', customerUid: uid })}
        onLead={({ uid }) => say({ kind: 'lead', leadUid: uid })}
        onStranger={(typed) => {
          onDone(null)
          ask({ kind: 'quick-lead', typed: [...visit.tickets, typed].join(' '), from: visit })
        }}
        onCode={() => undefined}
        onLeave={() => onDone(null)}
      />
      {(visit.customer !== null || visit.lead !== null) && (
        <Button variant="default" onClick={() => say({ kind: 'stranger' })}>
          {t('lobby.notThem', { name: visitorName(visit, t) })}
        </Button>
      )}
    </fieldset>
  )
}
