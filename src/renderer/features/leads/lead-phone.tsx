import { Button, Group, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { SHORTEST_REASON, saysWhy } from '../../../shared/domain/consent/reason.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useWhenClosed } from '../../ipc/session.tsx'
import { Problem } from '../../ui/problem.tsx'

/** Ours, as for customers: long enough to write a number down, short enough not to be left standing. */
const SHOWN_SECONDS = 60
const MS_PER_SECOND = 1000

/** How the stranger can be reached, masked; the whole number for a minute, with a reason that is recorded (P2). */
export function LeadPhone({ lead }: { readonly lead: LeadLine }) {
  const { t } = useTranslation()
  const reveal = useCommand('leads.reveal')
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [phone, setPhone] = useState<string | null>(null)
  useEffect(() => {
    if (phone === null) return
    const mask = setTimeout(() => setPhone(null), SHOWN_SECONDS * MS_PER_SECOND)
    return () => clearTimeout(mask)
  }, [phone])
  useWhenClosed(() => {
    setPhone(null)
    reveal.reset()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate(
      { leadUid: lead.uid, reason: reason.trim() },
      {
        onSuccess: (clear) => {
          setPhone(clear.phone)
          setAsking(false)
          // The clear number lives in this component alone, not among the answers that are kept.
          reveal.reset()
        },
      },
    )
  }
  if (lead.maskedPhone === null) {
    return (
      <Text size="sm">
        {[lead.ticket === null ? null : t('leads.ticket', { ticket: lead.ticket }), t('leads.noContact')]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
    )
  }
  return (
    <>
      <Group gap="xs">
        <Text size="sm">
          {phone === null ? lead.maskedPhone : t('leads.phoneShown', { phone, seconds: SHOWN_SECONDS })}
        </Text>
        {lead.ticket !== null && (
          <Text size="sm" c="dimmed">
            {t('leads.ticket', { ticket: lead.ticket })}
          </Text>
        )}
        {lead.hasPhone && phone === null && !asking && (
          <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
            {t('leads.revealPhone')}
          </Button>
        )}
      </Group>
      {asking && (
        <form onSubmit={submit}>
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              size="xs"
              label={t('customers.revealReason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={200}
              autoFocus
              style={{ flex: 1 }}
            />
            <Button size="xs" type="submit" loading={reveal.isPending} disabled={!saysWhy(reason)}>
              {t('customers.reveal')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t('customers.revealShort', { least: SHORTEST_REASON })}
          </Text>
          <Problem error={reveal.error} />
        </form>
      )}
    </>
  )
}
