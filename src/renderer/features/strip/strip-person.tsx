import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../shared/contract/customers.ts'
import { useCommand } from '../../app/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { OpenIntents } from '../customers/panel/open-intents.tsx'
import { PersonDialogs } from '../customers/panel/person-dialogs.tsx'
import { ProhibitionLines } from '../customers/panel/prohibition-lines.tsx'
import { useOpenedCustomer } from '../customers/panel/use-opened-customer.ts'
import { usePersonDeeds } from '../customers/panel/use-person-deeds.ts'
import { TierBadge } from '../customers/tier-badge.tsx'
import { FlagPad } from '../intents/flag-pad.tsx'
import { FirstContactOf } from '../lobby/first-contact.tsx'
import { PromptLines } from '../prompts/prompt-lines.tsx'
import classes from './strip.module.css'

/** The person at the counter: what to say and why, what not to do, and the pad. */
export function StripPerson(props: {
  readonly customerUid: string
  /** Counts how often somebody was chosen. */
  readonly choices: number
  onLeave(): void
}) {
  const opened = useOpenedCustomer(props.customerUid)
  if (opened.data !== undefined)
    return <Served customer={opened.data} choices={props.choices} onLeave={props.onLeave} />
  return opened.error === null ? <Waiting lines={6} /> : <Problem error={opened.error} />
}

function Served(props: { readonly customer: Customer360; readonly choices: number; onLeave(): void }) {
  const { customer, choices, onLeave } = props
  const { t } = useTranslation()
  const deeds = usePersonDeeds(customer, onLeave)
  const openPerson = useCommand('strip.openPerson')
  const place = useRef<HTMLElement>(null)
  // The next keys are the pad's: a product's letter and a digit.
  useEffect(() => {
    if (choices > 0) place.current?.focus()
  }, [choices])
  const shown = (field: 'name' | 'phone') => customer.fields.find((each) => each.field === field)?.text ?? ''
  return (
    <section
      ref={place}
      className={classes.served}
      aria-label={t('customers.panel', { name: shown('name') })}
      tabIndex={-1}
      onKeyDown={deeds.onKeyDown}
    >
      <Group gap="xs">
        <Text fw={700} size="lg">
          {shown('name')}
        </Text>
        <TierBadge tier={customer.tier} />
        <Text size="sm">{shown('phone')}</Text>
      </Group>
      <PromptLines customerUid={customer.uid} />
      <ProhibitionLines prohibitions={customer.prohibitions} />
      <FirstContactOf customerUid={customer.uid} />
      <div className={classes.pad}>
        <FlagPad pad={deeds.pad} />
      </div>
      <Stack gap={4}>
        <OpenIntents intents={customer.intents} contact={deeds.contact} />
        <Button variant="default" onClick={deeds.refer}>
          {t('referrals.refer.key')}
        </Button>
        <Button variant="default" onClick={() => openPerson.mutate({ customerUid: customer.uid })}>
          {t('strip.openInWorkstation')}
        </Button>
      </Stack>
      <PersonDialogs customer={customer} name={shown('name')} deeds={deeds} />
    </section>
  )
}
