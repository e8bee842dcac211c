import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { BROUGHT_BACK } from '../../shared/contract/bridge.ts'

const NOTICE = 'brought-back'

/** Says once that this window stopped and was opened again: what was typed and not saved is gone. */
export function BroughtBack() {
  const { t } = useTranslation()
  useEffect(() => {
    if (window.location.search !== BROUGHT_BACK) return
    window.history.replaceState(null, '', window.location.pathname)
    notifications.show({ id: NOTICE, color: 'orange', message: t('app.broughtBack'), autoClose: false })
  }, [t])
  return null
}
