import { Tabs, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360, CustomerField, SourcedField } from '../../../../shared/contract/customers.ts'
import { Explained } from '../../../ui/explained.tsx'
import { HoldingTable } from './holding-table.tsx'
import classes from './panel.module.css'
import { useFieldText } from './panel-text.ts'
import { Timeline } from './timeline.tsx'
import type { TimelineFilter } from './timeline-filter.ts'

const TABS = ['timeline', 'profile', 'holdings', 'consents'] as const
export type DetailsTab = (typeof TABS)[number]

/** What is read when there is time: everything that happened, everything that is known, everything that is held. */
export function Details(props: {
  readonly customer: Customer360
  readonly revealed: ReadonlyMap<CustomerField, SourcedField>
  readonly consents: ReactNode
  readonly tab: DetailsTab
  onTab(tab: DetailsTab): void
  readonly filter: TimelineFilter
  onFilter(filter: TimelineFilter): void
  onCorrect(contactUid: string): void
}) {
  const { t } = useTranslation()
  const { customer } = props
  return (
    <Tabs
      value={props.tab}
      onChange={(value) => TABS.filter((each) => each === value).forEach(props.onTab)}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('customers.details')}>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each} px="sm" py={6}>
            {t(`customers.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="timeline" pt="xs">
        <Timeline
          customerUid={customer.uid}
          filter={props.filter}
          onFilter={props.onFilter}
          onCorrect={props.onCorrect}
        />
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

/** Every known field with its class, source and date (C1, C2). */
function ProfileFields(props: {
  readonly fields: readonly SourcedField[]
  readonly revealed: ReadonlyMap<CustomerField, SourcedField>
}) {
  const { t } = useTranslation()
  const fieldText = useFieldText()
  return (
    <>
      <Text size="xs" c="dimmed" ta="right" mb={4}>
        <Explained word="fieldClass">{t('customers.classAndDay')}</Explained>
      </Text>
      <dl className={classes.fields}>
        {props.fields.map((field) => {
          const clear = props.revealed.get(field.field)
          return (
            <div key={field.field} className={classes.field}>
              <dt>{t(`customers.field.${field.field}`)}</dt>
              <dd className={clear === undefined ? undefined : classes.clear}>{fieldText(clear ?? field)}</dd>
              <dd className={classes.origin} title={t('customers.origin', { ...field })}>
                {field.class} {field.asOf}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
