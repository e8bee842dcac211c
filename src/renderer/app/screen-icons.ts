import IconBuildingBank from '@tabler/icons-react/icons/IconBuildingBank'
import IconChecklist from '@tabler/icons-react/icons/IconChecklist'
import IconDatabaseImport from '@tabler/icons-react/icons/IconDatabaseImport'
import IconListSearch from '@tabler/icons-react/icons/IconListSearch'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconShare3 from '@tabler/icons-react/icons/IconShare3'
import IconShieldLock from '@tabler/icons-react/icons/IconShieldLock'
import IconTargetArrow from '@tabler/icons-react/icons/IconTargetArrow'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { ComponentType } from 'react'
import type { ScreenName } from '../../shared/domain/branch/function-codes.ts'

/** What an icon of the set takes here; its colour is the text's. */
type Icon = ComponentType<{ readonly size: number; readonly stroke: number; readonly 'aria-hidden': true }>

/** The sign of each screen in the rail. It stands beside the word and never instead of it. */
export const SCREEN_ICONS: Readonly<Record<ScreenName, Icon>> = {
  lobby: IconBuildingBank,
  customers: IconUsers,
  intents: IconTargetArrow,
  leads: IconUserPlus,
  followups: IconChecklist,
  referrals: IconShare3,
  imports: IconDatabaseImport,
  settings: IconSettings,
  privacy: IconShieldLock,
  audit: IconListSearch,
}
