import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REVEAL_GROUPS, type RevealGroup } from '../../../../shared/contract/customers.ts'
import { SHORTEST_REASON, saysWhy } from '../../../../shared/domain/consent/reason.ts'
import { revealGroupsOf } from '../../../../shared/domain/customer/field-access.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import type { Revealed } from './use-revealed.ts'

/** What to see in the clear and why; both are recorded. */
export function RevealDialog(props: {
  /** Whose fields they are, as `whoText` names them. */
  readonly who: string
  readonly revealed: Revealed
  onClose(): void
}) {
  const { who, revealed, onClose } = props
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const groups = revealGroupsOf(staff.role)
  const [group, setGroup] = useState<RevealGroup>(groups[0] ?? 'phone')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    revealed.reveal(group, reason.trim(), onClose)
  }
  return (
    <Dialog opened onClose={onClose} title={`${t('customers.revealTitle')} · ${who}`}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={t('customers.revealWhat')}
            value={group}
            onChange={(value) => setGroup(REVEAL_GROUPS.find((each) => each === value) ?? group)}
            data={groups.map((each) => ({ value: each, label: t(`customers.revealGroup.${each}`) }))}
          />
          <TextInput
            label={t('customers.revealReason')}
            description={t('customers.revealRecorded', { seconds: revealed.seconds })}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
            required
            maxLength={200}
          />
          <Group gap={6}>
            {(['verify', 'call', 'visit'] as const).map((each) => (
              <Button
                key={each}
                variant="default"
                size="compact-xs"
                onClick={() => setReason(t(`customers.revealFor.${each}`))}
              >
                {t(`customers.revealFor.${each}`)}
              </Button>
            ))}
          </Group>
          <Problem error={revealed.error} />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t('customers.revealShort', { least: SHORTEST_REASON })}
            </Text>
            <Button type="submit" loading={revealed.busy} disabled={!saysWhy(reason)}>
              {t('customers.reveal')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
