import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadLine, SameStranger } from '../../../shared/contract/leads.ts'
import { TierBadge } from '../../shared/person/tier-badge.tsx'
import { whoText } from '../../shared/person/who.ts'
import { LevelBadge } from '../../shared/work/level-badge.tsx'
import { isPlainKey } from '../../ui/composition.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import { keyName } from '../../ui/physical-keys.ts'
import { Problem } from '../../ui/problem.tsx'
import { leadName } from './lead-name.ts'
import classes from './leads.module.css'
import type { QuickLeadState } from './use-quick-lead.ts'

/** Somebody known may be the stranger (L7): masked previews, a digit for each, 0 for another person. */
export function SamePerson({ lead, same }: { readonly lead: QuickLeadState; readonly same: SameStranger }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const choices = [
    ...same.leads.map(
      ({ uid }) =>
        () =>
          lead.saveAs({ as: 'lead', leadUid: uid }),
    ),
    ...same.customers.map((customer) => () => lead.flagFor(customer)),
  ]
  const another = () => lead.saveAs({ as: 'another' })
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const key = keyName(event.nativeEvent.code)
    const choose = key === '0' && !same.certain ? another : choices[Number(key || 'NaN') - 1]
    if (choose === undefined) return
    event.preventDefault()
    choose()
  }
  return (
    <Stack ref={place} gap="xs" tabIndex={-1} onKeyDown={onKeyDown} style={{ outline: 'none' }}>
      <Text fw={600} role="alert">
        {t('leads.same.title')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('leads.same.help')}
      </Text>
      {same.leads.map((each, index) => (
        <UnstyledButton key={each.uid} className={classes.same} onClick={() => choices[index]?.()}>
          <LeadSummary lead={each} />
          <Text size="xs" fw={600}>
            {t('leads.same.isLead', { digit: index + 1 })}
          </Text>
        </UnstyledButton>
      ))}
      {same.customers.map((each, index) => (
        <UnstyledButton
          key={each.uid}
          className={classes.same}
          onClick={() => choices[same.leads.length + index]?.()}
        >
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {whoText(each)}
            </Text>
            <TierBadge tier={each.tier} />
          </Group>
          <Text size="xs" fw={600}>
            {t('leads.same.isCustomer', { digit: same.leads.length + index + 1 })}
          </Text>
        </UnstyledButton>
      ))}
      {same.customers.length > 0 && (
        <Text size="xs">
          {t(lead.draft.purposes?.length === 0 ? 'leads.same.declined' : 'leads.same.agreed')}
        </Text>
      )}
      {same.certain && <Text size="xs">{t('leads.same.certain')}</Text>}
      <Problem error={lead.error} />
      <Group justify="space-between">
        <Button size="xs" variant="default" onClick={lead.backToForm}>
          {t('leads.same.back')}
        </Button>
        {!same.certain && (
          <Button size="xs" variant="light" onClick={another} loading={lead.busy}>
            {t('leads.same.another')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** One known lead in two short lines. */
function LeadSummary({ lead }: { readonly lead: LeadLine }) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="xs">
        <LevelBadge level={lead.level} />
        <Text size="sm" fw={600}>
          {leadName(lead, t)}
        </Text>
        <Text size="sm">{lead.maskedPhone ?? lead.ticket}</Text>
        <Text size="sm">
          {t(`intents.product.${lead.product}`)} · {t(`leads.state.${lead.state}`)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('leads.same.since', { day: shanghaiTime(lead.createdAt).slice(5, 10), owner: lead.ownerName })}
      </Text>
    </>
  )
}
