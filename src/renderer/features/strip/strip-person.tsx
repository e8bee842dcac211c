import { Button, Group, Stack, Text } from '@mantine/core'
import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink'
import IconShare3 from '@tabler/icons-react/icons/IconShare3'
import { type ComponentType, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../shared/contract/customers.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { useCommand } from '../../ipc/operations.ts'
import { OpenIntents } from '../../shared/person/open-intents.tsx'
import { PersonDialogs } from '../../shared/person/person-dialogs.tsx'
import { ProhibitionLines } from '../../shared/person/prohibition-lines.tsx'
import { TierBadge } from '../../shared/person/tier-badge.tsx'
import { useOpenedCustomer } from '../../shared/person/use-opened-customer.ts'
import { usePersonActions } from '../../shared/person/use-person-actions.ts'
import { namedOf } from '../../shared/person/who.ts'
import { FlagPad } from '../../shared/work/flag/flag-pad.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './strip.module.css'

/** What other features show of the person at the counter. */
export interface ServedParts {
  /** What to say to the person. */
  readonly Prompts: ComponentType<{
    readonly customerUid: string
    /** The customer said yes to one. */
    onAccepted(product: ProductCode | null): void
  }>
  /** What the first words with somebody in the lobby found out. */
  readonly FirstContact: ComponentType<{ readonly customerUid: string }>
}

/** The person at the counter: what to say and why, what not to do, and the pad. */
export function StripPerson(props: {
  readonly customerUid: string
  /** Counts how often somebody was chosen. */
  readonly choices: number
  readonly parts: ServedParts
  onLeave(): void
}) {
  const opened = useOpenedCustomer(props.customerUid)
  if (opened.data !== undefined) return <Served {...props} customer={opened.data} />
  return opened.error === null ? <Waiting lines={6} /> : <Problem error={opened.error} />
}

function Served(props: {
  readonly customer: Customer360
  readonly choices: number
  readonly parts: ServedParts
  onLeave(): void
}) {
  const { customer, choices, onLeave } = props
  const { Prompts, FirstContact } = props.parts
  const { t } = useTranslation()
  const actions = usePersonActions(customer, onLeave)
  const openPerson = useCommand('strip.openPerson')
  const place = useRef<HTMLElement>(null)
  // The next keys are the pad's: a product's letter and a digit.
  useEffect(() => {
    if (choices > 0) place.current?.focus()
  }, [choices])
  const named = namedOf(customer)
  return (
    <section
      ref={place}
      className={classes.served}
      aria-label={t('customers.panel', { name: named.maskedName })}
      tabIndex={-1}
      onKeyDown={actions.onKeyDown}
    >
      <Group gap="xs">
        <Text fw={700} size="lg">
          {named.maskedName}
        </Text>
        <TierBadge tier={customer.tier} />
        <Text size="sm">
          {named.maskedPhone} · {named.customerNo}
        </Text>
      </Group>
      <Prompts customerUid={customer.uid} onAccepted={actions.pad.offer} />
      <ProhibitionLines prohibitions={customer.prohibitions} />
      <FirstContact customerUid={customer.uid} />
      <div className={classes.pad}>
        <FlagPad pad={actions.pad} />
      </div>
      <Stack gap={4}>
        <OpenIntents intents={customer.intents} contact={actions.contact} />
        <Button variant="default" leftSection={<IconShare3 size={16} aria-hidden />} onClick={actions.refer}>
          {t('referrals.refer.key')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconExternalLink size={16} aria-hidden />}
          onClick={() => openPerson.mutate({ customerUid: customer.uid })}
        >
          {t('strip.openInWorkstation')}
        </Button>
      </Stack>
      <PersonDialogs customer={customer} actions={actions} />
    </section>
  )
}
