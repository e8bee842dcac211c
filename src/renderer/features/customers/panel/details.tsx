import { Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360, CustomerField, SourcedField } from '../../../../shared/contract/customers.ts'
import { HoldingTable } from './holding-table.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { Timeline } from './timeline.tsx'

const TABS = ['timeline', 'profile', 'holdings', 'consents'] as const

/** What is read when there is time: everything that happened, everything that is known, everything that is held. */
export function Details(props: {
  readonly customer: Customer360
  readonly revealed: ReadonlyMap<CustomerField, SourcedField>
  readonly consents: ReactNode
}) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<string | null>('timeline')
  const { customer } = props
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List aria-label={t('customers.details')}>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each} px="sm" py={6}>
            {t(`customers.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="timeline" pt="xs">
        <Timeline customerUid={customer.uid} />
      </Tabs.Panel>
      <Tabs.Panel value="profile" pt="xs">
        <ProfileFields fields={customer.fields} revealed={props.revealed} />
      </Tabs.Panel>
      <Tabs.Panel value="consents" pt="xs">
        {props.consents}
      </Tabs.Panel>
      <Tabs.Panel value="holdings" pt="xs">
        <HoldingTable holdings={customer.holdings} />
      </Tabs.Panel>
    </Tabs>
  )
}
