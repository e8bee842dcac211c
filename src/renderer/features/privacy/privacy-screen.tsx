import { Group, Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../ipc/may-call.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { Screen } from '../../ui/screen.tsx'
import classes from './privacy.module.css'
import { Retention } from './retention.tsx'
import { Viewing } from './viewing.tsx'

const TABS = [
  { name: 'viewing', Panel: Viewing },
  { name: 'retention', Panel: Retention },
] as const

/**
 * What the head answers for: who looked at whom, what might be asked about it, and what is kept how long (P2, P3).
 * @param props.chainCheck the button that checks the audit's chain
 * @param props.exportAll the button that exports the consent register
 */
export function PrivacyScreen(props: { readonly chainCheck: ReactNode; readonly exportAll: ReactNode }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const [tab, setTab] = useState<string | null>('viewing')
  return (
    <Screen
      title={t('app.rail.privacy')}
      actions={
        <Group gap="sm" wrap="nowrap">
          {mayCall(staff.role, 'consents.exportAll') && props.exportAll}
          {props.chainCheck}
        </Group>
      }
    >
      <Tabs
        value={tab}
        onChange={setTab}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label={t('app.rail.privacy')} px="xs">
          {TABS.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`privacy.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ name, Panel }) => (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Screen>
  )
}
