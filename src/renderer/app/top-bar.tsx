import { Badge, Group, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop'
import IconHelp from '@tabler/icons-react/icons/IconHelp'
import IconLayoutSidebarRight from '@tabler/icons-react/icons/IconLayoutSidebarRight'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconLogout from '@tabler/icons-react/icons/IconLogout'
import IconMoon from '@tabler/icons-react/icons/IconMoon'
import IconSun from '@tabler/icons-react/icons/IconSun'
import { useTranslation } from 'react-i18next'
import { codeOfAction } from '../../shared/domain/branch/function-codes.ts'
import { isLanguage, LANGUAGES } from '../../shared/locale/languages.ts'
import { Bell } from '../features/notices/bell.tsx'
import { ServingSwitch } from '../features/notices/serving-switch.tsx'
import { mayCall } from '../ipc/may-call.ts'
import { useCommand } from '../ipc/operations.ts'
import { useOpenSession } from '../ipc/session.tsx'
import { useOverlay } from '../router/navigation.tsx'
import { useLeaving } from '../router/unsaved.tsx'
import { Explained } from '../ui/explained.tsx'
import { changeLanguage } from '../ui/language.ts'
import { CommandBox } from './command-box.tsx'
import classes from './frame.module.css'

/** Name, the one search box, where the data lives, and who is signed in. */
export function TopBar() {
  const { t } = useTranslation()
  const { branch, staff, todayOn } = useOpenSession()
  return (
    <header className={classes.bar}>
      <Text fw={700} size="lg" c="teal">
        {t('app.name')}
      </Text>
      <Text size="sm" c="dimmed" truncate maw={180}>
        {branch.name}
      </Text>
      <div className={classes.box}>
        <CommandBox />
      </div>
      <Group ml="auto" gap="sm" wrap="nowrap">
        {branch.demo && (
          <Badge color="orange" variant="light" radius="sm">
            {t('app.demoDay', { day: todayOn })}
          </Badge>
        )}
        <Text span size="sm">
          <Explained word="offline">● {t('app.offline')}</Explained>
        </Text>
        {mayCall(staff.role, 'followups.list') && <ServingSwitch />}
        <Bell />
        <StaffMenu />
      </Group>
    </header>
  )
}

function StaffMenu() {
  const { t, i18n } = useTranslation()
  const { staff } = useOpenSession()
  const lock = useCommand('session.lock')
  const signOut = useCommand('session.signOut')
  const strip = useCommand('strip.show')
  const help = useOverlay('help')
  const { leave } = useLeaving()
  const { setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton>
          <Group gap={4} wrap="nowrap">
            <Text span size="sm" truncate maw={200}>
              {staff.name} · {t(`app.role.${staff.role}`)}
            </Text>
            <IconChevronDown size={14} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {mayCall(staff.role, 'strip.show') && (
          <Menu.Item
            leftSection={<IconLayoutSidebarRight size={16} aria-hidden />}
            rightSection={codeOfAction('strip')}
            onClick={() => strip.mutate({})}
          >
            {t('app.strip')}
          </Menu.Item>
        )}
        <Menu.Label>{t('app.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            aria-current={i18n.language === language}
            onClick={() => isLanguage(language) && changeLanguage(language)}
          >
            {language === 'en' ? 'English' : '中文'}
          </Menu.Item>
        ))}
        <Menu.Label>{t('app.appearance')}</Menu.Label>
        <Menu.Item leftSection={<IconSun size={16} aria-hidden />} onClick={() => setColorScheme('light')}>
          {t('app.light')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMoon size={16} aria-hidden />} onClick={() => setColorScheme('dark')}>
          {t('app.dark')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDeviceDesktop size={16} aria-hidden />}
          onClick={() => setColorScheme('auto')}
        >
          {t('app.system')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconHelp size={16} aria-hidden />}
          rightSection={`${codeOfAction('help')} F1`}
          onClick={help.open}
        >
          {t('app.help')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={16} aria-hidden />}
          rightSection={codeOfAction('lock')}
          onClick={() => lock.mutate({})}
        >
          {t('app.lock')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          rightSection={codeOfAction('sign-out')}
          onClick={() => leave(() => signOut.mutate({}))}
        >
          {t('app.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
