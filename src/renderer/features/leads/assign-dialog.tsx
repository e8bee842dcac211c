import { Stack, Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadLine, OpenLoad } from '../../../shared/contract/leads.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useTellDetails } from '../../shared/undo/step-details.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { Dialog } from '../../ui/dialog.tsx'
import keys from '../../ui/key-buttons.module.css'
import { keyName } from '../../ui/physical-keys.ts'
import { Problem } from '../../ui/problem.tsx'
import { leadWho } from './lead-name.ts'
import classes from './leads.module.css'

/** Whom to hand a lead to, each with what lies open with them already; a digit chooses. */
export function AssignDialog(props: { readonly lead: LeadLine; onDone(changed: boolean): void }) {
  const { t } = useTranslation()
  const { lead, onDone } = props
  const reassign = useCommand('leads.reassign')
  const load = useOperation('leads.load', {})
  const place = useRef<HTMLDivElement>(null)
  const tell = useTellDetails()
  const colleagues = [...(load.data ?? [])].sort(byCallAndWork)
  useEffect(() => {
    if (load.data !== undefined) place.current?.querySelector('button')?.focus()
  }, [load.data])
  const hand = (receiver: OpenLoad | undefined) => {
    if (receiver === undefined || receiver.no === lead.ownerNo || reassign.isPending) return
    reassign.mutate(
      { leadUid: lead.uid, ownerNo: receiver.no },
      {
        onSuccess: ({ ownerName }) => {
          tell({ action: 'leads.reassign', lines: [t('leads.reassigned', { name: ownerName })] })
          onDone(true)
        },
      },
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const receiver = colleagues[Number(keyName(event.nativeEvent.code) || 'NaN') - 1]
    if (receiver === undefined) return
    event.preventDefault()
    hand(receiver)
  }
  return (
    <Dialog
      opened
      onClose={() => onDone(false)}
      size={560}
      title={t('leads.reassignTitle', { name: leadWho(lead, t) })}
    >
      {/* Room for the ring around the first, which the dialog would cut. */}
      <Stack ref={place} gap={6} pt={4} onKeyDown={onKeyDown}>
        {colleagues.map((each, index) => (
          <UnstyledButton
            key={each.no}
            className={classes.colleague}
            data-autofocus={index === 0 || undefined}
            aria-disabled={each.no === lead.ownerNo}
            onClick={() => hand(each)}
          >
            <Text size="sm" fw={600}>
              <kbd className={keys.name}>{index < DIGITS ? index + 1 : ''}</kbd> {each.name} ·{' '}
              {t(`app.role.${each.role}`)}
              {each.no === lead.ownerNo && ` · ${t('leads.loadNow')}`}
            </Text>
            <Text size="xs" c="dimmed">
              {t('leads.loadLine', { ...each })}
              {each.overdue > 0 && ` · ${t('leads.loadOverdue', { count: each.overdue })}`}
            </Text>
          </UnstyledButton>
        ))}
        <Problem error={load.error ?? reassign.error} />
      </Stack>
    </Dialog>
  )
}

/** Colleagues that a digit can choose. */
const DIGITS = 9

/** Those whose work it is to follow up before tellers, and whoever has least open work first. */
function byCallAndWork(a: OpenLoad, b: OpenLoad): number {
  return Number(a.role === 'teller') - Number(b.role === 'teller') || workOf(a) - workOf(b)
}

function workOf({ intents, leads, referrals }: OpenLoad): number {
  return intents + leads + referrals
}
