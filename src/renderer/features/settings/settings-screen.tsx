import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { codesOf, type SettingsSection } from '../../../shared/domain/branch/function-codes.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useRoute, useSteps } from '../../router/navigation.tsx'
import { UnsavedScope } from '../../router/unsaved.tsx'
import { Screen } from '../../ui/screen.tsx'
import { About } from './about/about.tsx'
import { Arrivals } from './arrivals/arrivals.tsx'
import { BranchRules } from './branch-rules/branch-rules.tsx'
import { Calendar } from './calendar/calendar.tsx'
import classes from './settings-screen.module.css'
import { Staff } from './staff/staff.tsx'
import { ThisPc } from './this-pc/this-pc.tsx'

/**
 * What can be adjusted: on this PC, in the branch. A section keeps what was typed while another one is looked at.
 * @param props.routes the routing table of referrals
 */
export function SettingsScreen(props: { readonly routes: ReactNode }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { go } = useSteps()
  const { section } = useRoute('settings')
  const granted = codesOf(staff.role).flatMap(({ target }) =>
    target.kind === 'section' ? [target.section] : [],
  )
  const everySection: readonly { readonly name: SettingsSection; readonly content: ReactNode }[] = [
    { name: 'pc', content: <ThisPc /> },
    { name: 'rules', content: <BranchRules /> },
    { name: 'routes', content: props.routes },
    { name: 'staff', content: <Staff /> },
    { name: 'calendar', content: <Calendar /> },
    { name: 'arrivals', content: <Arrivals /> },
    { name: 'about', content: <About /> },
  ]
  const sections = everySection.filter(({ name }) => granted.includes(name))
  const open = (name: string | null) => {
    const chosen = sections.find((each) => each.name === name)
    if (chosen !== undefined) go({ screen: 'settings', section: chosen.name })
  }
  return (
    <Screen title={t('app.rail.settings')}>
      <UnsavedScope>
        {() => (
          <Tabs
            value={section}
            onChange={open}
            classNames={{ root: classes.root ?? '', panel: classes.panel ?? '' }}
          >
            <Tabs.List aria-label={t('app.rail.settings')} px="xs">
              {sections.map(({ name }) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`settings.section.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {sections.map(({ name, content }) => (
              <Tabs.Panel key={name} value={name}>
                {content}
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </UnsavedScope>
    </Screen>
  )
}
