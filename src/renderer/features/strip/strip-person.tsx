import { Button, Group, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../shared/contract/customers.ts'
import { useCommand } from '../../app/operations.ts'
import { isComposing } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { closedChannelsOf } from '../customers/panel/closed-channels.ts'
import { OpenIntents } from '../customers/panel/open-intents.tsx'
import { ProhibitionLines } from '../customers/panel/prohibition-lines.tsx'
import { useOpenedCustomer } from '../customers/panel/use-opened-customer.ts'
import { TierBadge } from '../customers/tier-badge.tsx'
import { ContactDialog } from '../followups/contact-dialog.tsx'
import { useContactWish } from '../followups/use-contact-wish.ts'
import { FlagPad } from '../intents/flag-pad.tsx'
import { useFlagPad } from '../intents/use-flag-pad.ts'
import { FirstContactOf } from '../lobby/first-contact.tsx'
import { PromptLines } from '../prompts/prompt-lines.tsx'
import { ReferDialog } from '../referrals/refer-dialog.tsx'
import { wishToRefer } from '../referrals/refer-draft.ts'
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
  const pad = useFlagPad(customer.uid)
  const contact = useContactWish(customer.intents)
  const [referring, setReferring] = useState(false)
  const openPerson = useCommand('strip.openPerson')
  const place = useRef<HTMLElement>(null)
  // The next keys are the pad's: a product's letter and a digit.
  useEffect(() => {
    if (choices > 0) place.current?.focus()
  }, [choices])
  const shown = (field: 'name' | 'phone') => customer.fields.find((each) => each.field === field)?.text ?? ''
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || !event.currentTarget.contains(event.target as Node)) return
    if (event.key === 'F6') return contact.recordFirst()
    contact.forget()
    if (event.key === 'F4') setReferring(true)
    else if (event.key === 'Escape') onLeave()
    else pad.onKeyDown(event)
  }
  return (
    <section
      ref={place}
      className={classes.served}
      aria-label={t('customers.panel', { name: shown('name') })}
      tabIndex={-1}
      onKeyDown={onKeyDown}
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
        <FlagPad pad={pad} />
      </div>
      <Stack gap={4}>
        <OpenIntents intents={customer.intents} contact={contact} />
        <Button variant="default" onClick={() => setReferring(true)}>
          {t('referrals.refer.key')}
        </Button>
        <Button variant="default" onClick={() => openPerson.mutate({ customerUid: customer.uid })}>
          {t('strip.openInWorkstation')}
        </Button>
      </Stack>
      {referring && (
        <ReferDialog
          customerUid={customer.uid}
          name={shown('name')}
          intent={wishToRefer(customer.intents)}
          onDone={() => setReferring(false)}
        />
      )}
      {contact.intent !== null && (
        <ContactDialog
          intent={contact.intent}
          customerName={shown('name')}
          closedChannels={closedChannelsOf(customer.prohibitions)}
          opened
          onClose={contact.forget}
        />
      )}
    </section>
  )
}
