import { ActionIcon, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/icons/IconDots'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../ipc/operations.ts'

/** Where the strip stands, by mouse: the same that Ctrl+Shift and the arrows do. */
export function StripMenu() {
  const { t } = useTranslation()
  const move = useCommand('strip.move')
  const fold = useCommand('strip.fold')
  const hide = useCommand('strip.hide')
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('strip.menu')} title={t('strip.menu')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection="Ctrl ⇧ ←" onClick={() => move.mutate({ towards: 'left' })}>
          {t('strip.moveLeft')}
        </Menu.Item>
        <Menu.Item rightSection="Ctrl ⇧ →" onClick={() => move.mutate({ towards: 'right' })}>
          {t('strip.moveRight')}
        </Menu.Item>
        <Menu.Item rightSection="Ctrl ⇧ ↓" onClick={() => fold.mutate({ folded: true })}>
          {t('strip.fold')}
        </Menu.Item>
        <Menu.Item onClick={() => hide.mutate({})}>{t('strip.hide')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
