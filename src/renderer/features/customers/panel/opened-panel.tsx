import { Button } from '@mantine/core'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import { useNavigation } from '../../../router/navigation.tsx'
import { OpenIntents } from '../../../shared/person/open-intents.tsx'
import { PersonDialogs } from '../../../shared/person/person-dialogs.tsx'
import { ProhibitionLines } from '../../../shared/person/prohibition-lines.tsx'
import { usePersonDeeds } from '../../../shared/person/use-person-deeds.ts'
import { FlagPad } from '../../../shared/work/flag/flag-pad.tsx'
import { Assets } from './assets.tsx'
import { Details } from './details.tsx'
import { IdentityLine } from './identity-line.tsx'
import classes from './panel.module.css'
import { PanelSection } from './panel-section.tsx'
import { PeopleAround } from './people-around.tsx'
import { SinceLastVisit } from './since-last-visit.tsx'
import { useFocusOnChoice } from './use-focus-on-choice.ts'
import { useRevealed } from './use-revealed.ts'
import { ViewWarning } from './view-warning.tsx'

/** What other features show of a person; the frame puts them in. */
export interface PanelParts {
  /** What to say to the person. */
  readonly Prompts: ComponentType<{ readonly customerUid: string }>
  /** What the person agreed to. */
  readonly Consents: ComponentType<{ readonly customerUid: string }>
}

/** Everything about one person, the essentials above the fold. */
export function OpenedPanel(props: {
  readonly customer: Customer360
  readonly parts: PanelParts
  onChanged(): void
}) {
  const { customer, onChanged } = props
  const { Prompts, Consents } = props.parts
  const { t } = useTranslation()
  const { choose } = useNavigation()
  const revealed = useRevealed(customer.uid)
  const { panel, leave } = useFocusOnChoice()
  const deeds = usePersonDeeds(customer, leave)
  const name = customer.fields.find((each) => each.field === 'name')?.text ?? ''
  return (
    <section
      ref={panel}
      className={classes.panel}
      aria-label={t('customers.panel', { name })}
      tabIndex={-1}
      onKeyDown={deeds.onKeyDown}
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
      <Prompts customerUid={customer.uid} />
      <ProhibitionLines prohibitions={customer.prohibitions} />
      <div className={classes.columns}>
        <Assets customer={customer} />
        <PanelSection title={t('customers.todo', { open: customer.intents.length })}>
          <OpenIntents intents={customer.intents} contact={deeds.contact} />
          <FlagPad pad={deeds.pad} />
          <Button variant="default" size="compact-sm" mt={4} w="max-content" onClick={deeds.refer}>
            {t('referrals.refer.key')}
          </Button>
        </PanelSection>
      </div>
      <SinceLastVisit since={customer.sinceLastVisit} contacts={customer.lastContacts} />
      <PeopleAround customer={customer} onChanged={onChanged} />
      <Details
        customer={customer}
        revealed={revealed.fields}
        consents={<Consents customerUid={customer.uid} />}
      />
      <PersonDialogs customer={customer} name={name} deeds={deeds} />
    </section>
  )
}
