import { Group, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../app/may-call.ts'
import { useOpenSession } from '../../app/session.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ChainCheck } from '../audit/chain-check.tsx'
import { ExportAll } from '../consents/export-register.tsx'
import { Retention } from './retention.tsx'
import classes from './trust.module.css'
import { Viewing } from './viewing.tsx'

const TABS = [
  { name: 'viewing', Panel: Viewing },
  { name: 'retention', Panel: Retention },
] as const

/** What the head answers for: who looked at whom, what might be asked about it, and what is kept how long (P2, P3). */
export function TrustScreen() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const [tab, setTab] = useState<string | null>('viewing')
  return (
    <Screen
      title={t('app.rail.trust')}
      actions={
        <Group gap="sm" wrap="nowrap">
          {mayCall(staff.role, 'consents.exportAll') && <ExportAll />}
          <ChainCheck />
        </Group>
      }
    >
      <Tabs
        value={tab}
        onChange={setTab}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label={t('app.rail.trust')} px="xs">
          {TABS.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`trust.tab.${name}`)}
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
