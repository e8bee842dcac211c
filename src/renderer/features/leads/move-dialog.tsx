import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import {
  isOpenLead,
  type LeadState,
  LOST_REASONS,
  type LostReason,
} from '../../../shared/domain/work/lead.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useUnsaved } from '../../router/unsaved.tsx'
import { NextDateField } from '../../shared/work/next-date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DigitChoice } from '../../ui/digit-choice.tsx'
import { Problem } from '../../ui/problem.tsx'
import { leadWho } from './lead-name.ts'
import { useLeadNotice } from './use-lead-notice.ts'

/** Moves a lead: lost asks why, an open state says the next date, a line may be added; Enter saves. */
export function MoveDialog(props: {
  readonly lead: LeadLine
  readonly to: LeadState
  onDone(changed: boolean): void
}) {
  const { t } = useTranslation()
  const { lead, to, onDone } = props
  const advance = useCommand('leads.advance')
  const announce = useLeadNotice('leads.advance')
  const [lostReason, setLostReason] = useState<LostReason | null>(null)
  const [nextOn, setNextOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const leave = useUnsaved(lostReason !== null || nextOn !== null || note.trim() !== '')
  const isReady = to !== 'lost' || lostReason !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || advance.isPending) return
    advance.mutate(
      { leadUid: lead.uid, to, lostReason, nextOn, note },
      {
        onSuccess: (moved) => {
          announce(moved)
          onDone(true)
        },
      },
    )
  }
  return (
    <Dialog
      opened
      onClose={() => leave(() => onDone(false))}
      title={t('leads.moveTitle', { name: leadWho(lead, t), state: t(`leads.state.${to}`) })}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {to === 'lost' && (
            <DigitChoice<LostReason>
              label={t('leads.lostWhy')}
              options={LOST_REASONS.map((value) => ({ value, label: t(`leads.lost.${value}`) }))}
              value={lostReason}
              onChange={setLostReason}
              first
            />
          )}
          {isOpenLead(to) && (
            <NextDateField
              label={t('leads.moveNextOn')}
              level={lead.level}
              chosenOn={nextOn}
              onChange={setNextOn}
            />
          )}
          <TextInput
            label={t('leads.moveNote')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={200}
            data-autofocus={to !== 'lost' || undefined}
          />
          <Problem error={advance.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => leave(() => onDone(false))}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={advance.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
