import type { Customer360 } from '../../../shared/contract/customers.ts'
import type { Prohibition } from '../../../shared/domain/consent/prohibitions.ts'
import { CHANNELS, type Channel } from '../../../shared/domain/work/contact.ts'
import { barTo } from '../../../shared/domain/work/contact-effects.ts'
import { ContactDialog } from '../work/contact/contact-dialog.tsx'
import { ReferDialog } from '../work/refer/refer-dialog.tsx'
import { wishToRefer } from '../work/refer/refer-draft.ts'
import type { PersonActions } from './use-person-actions.ts'
import { namedOf, whoText } from './who.ts'

/** The dialogs that the actions open: handing the person on, and recording a contact. */
export function PersonDialogs(props: { readonly customer: Customer360; readonly actions: PersonActions }) {
  const { customer, actions } = props
  const { contact } = actions
  return (
    <>
      {actions.referring && (
        <ReferDialog
          customerUid={customer.uid}
          who={whoText(namedOf(customer))}
          intent={wishToRefer(customer.intents)}
          onDone={actions.endReferring}
        />
      )}
      {contact.intents !== null && (
        <ContactDialog
          subject={{ customerUid: customer.uid, intents: contact.intents }}
          customer={namedOf(customer)}
          closedChannels={closedChannelsOf(customer.prohibitions)}
          onClose={contact.forget}
        />
      )}
    </>
  )
}

/** The channels on which this person may not be contacted about business, so that nobody chooses one in vain (F6). */
export function closedChannelsOf(prohibitions: readonly Prohibition[]): readonly Channel[] {
  return CHANNELS.filter((channel) => barTo(prohibitions, channel) !== null)
}
