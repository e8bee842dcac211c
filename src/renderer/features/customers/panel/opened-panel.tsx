import { Button } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import { useNavigation } from '../../../app/navigation.tsx'
import { isComposing } from '../../../ui/composition.ts'
import { ContactDialog } from '../../followups/contact-dialog.tsx'
import { useContactWish } from '../../followups/use-contact-wish.ts'
import { FlagPad } from '../../intents/flag-pad.tsx'
import { useFlagPad } from '../../intents/use-flag-pad.ts'
import { PromptLines } from '../../prompts/prompt-lines.tsx'
import { ReferDialog } from '../../referrals/refer-dialog.tsx'
import { wishToRefer } from '../../referrals/refer-draft.ts'
import { Assets } from './assets.tsx'
import { closedChannelsOf } from './closed-channels.ts'
import { Details } from './details.tsx'
import { IdentityLine } from './identity-line.tsx'
import { OpenIntents } from './open-intents.tsx'
import classes from './panel.module.css'
import { PanelSection } from './panel-section.tsx'
import { PeopleAround } from './people-around.tsx'
import { ProhibitionLines } from './prohibition-lines.tsx'
import { SinceLastVisit } from './since-last-visit.tsx'
import { useFocusOnChoice } from './use-focus-on-choice.ts'
import { useRevealed } from './use-revealed.ts'
import { ViewWarning } from './view-warning.tsx'

/**
 * Everything about one person, the essentials above the fold. Letters flag, F4 hands the person on, F6 records a
 * contact, Esc goes back.
 */
export function OpenedPanel({ customer, onChanged }: { readonly customer: Customer360; onChanged(): void }) {
  const { t } = useTranslation()
  const { choose } = useNavigation()
  const pad = useFlagPad(customer.uid)
  const revealed = useRevealed(customer.uid)
  const { panel, leave } = useFocusOnChoice()
  const contact = useContactWish(customer.intents)
  const [referring, setReferring] = useState(false)
  const name = customer.fields.find((each) => each.field === 'name')?.text ?? ''
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || !event.currentTarget.contains(event.target as Node)) return
    if (event.key === 'F6') return contact.recordFirst()
    contact.forget()
    if (event.key === 'F4') setReferring(true)
    else if (event.key === 'Escape') leave()
    else pad.onKeyDown(event)
  }
  return (
    <section
      ref={panel}
      className={classes.panel}
      aria-label={t('customers.panel', { name })}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <IdentityLine
        customer={customer}
        revealed={revealed}
        onClose={() => {
          choose(null)
          leave()
        }}
      />
      <ViewWarning warning={customer.viewWarning} />
      <PromptLines customerUid={customer.uid} />
      <ProhibitionLines prohibitions={customer.prohibitions} />
      <div className={classes.columns}>
        <Assets customer={customer} />
        <PanelSection title={t('customers.todo', { open: customer.intents.length })}>
          <OpenIntents intents={customer.intents} contact={contact} />
          <FlagPad pad={pad} />
          <Button
            variant="default"
            size="compact-sm"
            mt={4}
            w="max-content"
            onClick={() => setReferring(true)}
          >
            {t('referrals.refer.key')}
          </Button>
        </PanelSection>
      </div>
      <SinceLastVisit since={customer.sinceLastVisit} contacts={customer.lastContacts} />
      <PeopleAround customer={customer} onChanged={onChanged} />
      <Details customer={customer} revealed={revealed.fields} />
      {referring && (
        <ReferDialog
          customerUid={customer.uid}
          name={name}
          intent={wishToRefer(customer.intents)}
          onDone={() => setReferring(false)}
        />
      )}
      {contact.intent !== null && (
        <ContactDialog
          intent={contact.intent}
          customerName={name}
          closedChannels={closedChannelsOf(customer.prohibitions)}
          opened
          onClose={contact.forget}
        />
      )}
    </section>
  )
}
