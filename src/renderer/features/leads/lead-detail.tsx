import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadDossier } from '../../../shared/contract/leads.ts'
import { LEAD_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { isOpenLead, type LeadState, leadMoves } from '../../../shared/domain/work/lead.ts'
import { call } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { ReferDialog } from '../../shared/work/refer/refer-dialog.tsx'
import { isPlainKey } from '../../ui/composition.ts'
import { keyName } from '../../ui/physical-keys.ts'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { LeadFacts } from './lead-facts.tsx'
import { leadName, leadWho } from './lead-name.ts'
import { LeadSteps } from './lead-steps.tsx'
import { MoveDialog } from './move-dialog.tsx'

/**
 * One lead: who it is, what happened, and what to do next.
 * @param times how often it was chosen
 */
export function LeadDetail({ leadUid, times }: { readonly leadUid: string; readonly times: number }) {
  const { customerRecord, error, readAgain } = useDossier(leadUid)
  if (customerRecord !== undefined)
    return <Opened customerRecord={customerRecord} times={times} onChanged={readAgain} />
  return error === null ? <Waiting lines={6} /> : <Problem error={error} />
}

type Doing =
  | { readonly kind: 'move'; readonly to: LeadState }
  | { readonly kind: 'assign' }
  | { readonly kind: 'refer' }

function Opened(props: { readonly customerRecord: LeadDossier; readonly times: number; onChanged(): void }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { customerRecord, times, onChanged } = props
  const { lead, steps, mayMove } = customerRecord
  const [doing, setDoing] = useState<Doing | null>(null)
  const place = useRef<HTMLElement>(null)
  // Choosing the same lead again brings the keys back to it.
  useEffect(() => {
    if (times > 0) place.current?.focus()
  }, [times])
  const moves = mayMove ? leadMoves(lead.state) : []
  // A referral asks first (L8); who shares out the work may also hand over without asking.
  const mayRefer = isOpenLead(lead.state)
  const mayAssign = mayMove && mayCall(staff.role, 'leads.reassign')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isPlainKey(event)) return
    if (!event.currentTarget.contains(event.target as Node)) return
    if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return
    const key = keyName(event.nativeEvent.code)
    const refers = event.key === 'F4' && mayRefer
    const to = moves.find((state) => letterOfMove(state) === key)
    if (refers) setDoing({ kind: 'refer' })
    else if (to !== undefined) setDoing({ kind: 'move', to })
    else if (key === LEAD_LETTER.assign && mayAssign) setDoing({ kind: 'assign' })
    else return
    event.preventDefault()
  }
  const done = (changed: boolean) => {
    setDoing(null)
    place.current?.focus()
    if (changed) onChanged()
  }
  return (
    <section
      ref={place}
      aria-label={leadName(lead, t)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      style={{ outline: 'none' }}
    >
      <Stack gap="sm">
        <LeadFacts customerRecord={customerRecord} />
        {(moves.length > 0 || mayAssign || mayRefer) && (
          <Group gap="xs" role="group" aria-label={t('leads.next')}>
            {moves.map((to) => (
              <Button
                key={to}
                size="xs"
                variant={to === 'lost' ? 'default' : 'light'}
                aria-keyshortcuts={letterOfMove(to)}
                onClick={() => setDoing({ kind: 'move', to })}
              >
                {t(`leads.move.${moveWord(lead.state, to)}`)} {letterOfMove(to)}
              </Button>
            ))}
            {mayRefer && (
              <Button
                size="xs"
                variant="default"
                aria-keyshortcuts="F4"
                onClick={() => setDoing({ kind: 'refer' })}
              >
                {t('referrals.refer.key')}
              </Button>
            )}
            {mayAssign && (
              <Button
                size="xs"
                variant="default"
                aria-keyshortcuts={LEAD_LETTER.assign}
                onClick={() => setDoing({ kind: 'assign' })}
              >
                {t('leads.reassign')} {LEAD_LETTER.assign}
              </Button>
            )}
          </Group>
        )}
        <Title order={2} size="h6">
          {t('leads.history')}
        </Title>
        <LeadSteps steps={steps} />
        {steps.length === 0 && <Text size="sm">{t('app.none')}</Text>}
      </Stack>
      {doing?.kind === 'move' && <MoveDialog lead={lead} to={doing.to} onDone={done} />}
      {doing?.kind === 'assign' && <AssignDialog lead={lead} onDone={done} />}
      {doing?.kind === 'refer' && (
        <ReferDialog leadUid={lead.uid} who={leadWho(lead, t)} intent={lead} onDone={() => done(false)} />
      )}
    </section>
  )
}

/** Nothing moves back to new, so that has no letter. */
function letterOfMove(to: LeadState): string | undefined {
  return to === 'new' ? undefined : LEAD_LETTER[to]
}

function moveWord(
  from: LeadState,
  to: LeadState,
): 'contacted' | 'qualified' | 'converted' | 'lost' | 'again' | 'stay' {
  if (to === 'contacted' || to === 'new') return from === 'contacted' ? 'again' : 'contacted'
  if (to === 'qualified') return from === 'qualified' ? 'stay' : 'qualified'
  return to
}

/** One lead with its history. Each reading is recorded as a look, so it is read when a person asks or has changed it. */
function useDossier(leadUid: string): {
  readonly customerRecord: LeadDossier | undefined
  readonly error: CallError | null
  readAgain(): void
} {
  const { data, error, refetch } = useQuery<LeadDossier, CallError>({
    queryKey: ['leads.open', leadUid],
    queryFn: () => call('leads.open', { leadUid }),
    gcTime: 0,
  })
  return { customerRecord: data, error, readAgain: () => void refetch() }
}
