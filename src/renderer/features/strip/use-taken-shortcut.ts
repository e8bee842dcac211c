import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../ipc/may-call.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useStripView } from '../../ipc/strip-view.ts'
import { keysOf } from '../../shared/keys/frame-keys.ts'

/** Told again only by another sign-in, and in place of itself. */
const ONE = 'strip-shortcut-taken'

/** Says once that another program holds the keys of the strip, to those who have one. */
export function useTakenShortcut(): void {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const view = useStripView()
  const taken = view !== undefined && !view.shortcutWorks && mayCall(staff.role, 'strip.show')
  const keys = keysOf(view?.shortcut ?? '').join(' ')
  useEffect(() => {
    if (taken) notifications.show({ id: ONE, color: 'orange', message: t('strip.shortcutTaken', { keys }) })
  }, [taken, keys, t])
}
