import { Tabs } from '@mantine/core'
import type { JSX } from 'react'
import { useTranslation } from 'react-i18next'
import { codesOf, type SettingsSection } from '../../../shared/domain/function-codes.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useOpenSession } from '../../app/session.tsx'
import { Screen } from '../../ui/screen.tsx'
import { RoutingRules } from '../referrals/routing/routing-rules.tsx'
import { About } from './about/about.tsx'
import { Arrivals } from './arrivals/arrivals.tsx'
import { BranchRules } from './branch-rules/branch-rules.tsx'
import { Calendar } from './calendar/calendar.tsx'
import classes from './settings-screen.module.css'
import { Staff } from './staff/staff.tsx'
import { ThisPc } from './this-pc/this-pc.tsx'

const SECTIONS: readonly { readonly name: SettingsSection; readonly Section: () => JSX.Element }[] = [
  { name: 'pc', Section: ThisPc },
  { name: 'rules', Section: BranchRules },
  { name: 'routes', Section: RoutingRules },
  { name: 'staff', Section: Staff },
  { name: 'calendar', Section: Calendar },
  { name: 'arrivals', Section: Arrivals },
  { name: 'about', Section: About },
]

/** What can be adjusted: on this PC, in the branch. A section keeps what was typed while another one is looked at. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { section, openSection } = useNavigation()
  const granted = codesOf(staff.role).flatMap(({ target }) =>
    target.kind === 'section' ? [target.section] : [],
  )
  const sections = SECTIONS.filter(({ name }) => granted.includes(name))
  const open = (name: string | null) => {
    const chosen = sections.find((each) => each.name === name)
    if (chosen !== undefined) openSection(chosen.name)
  }
  return (
    <Screen title={t('app.rail.settings')}>
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
        {sections.map(({ name, Section }) => (
          <Tabs.Panel key={name} value={name}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Screen>
  )
}
