import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './window.css'
import { MantineProvider } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { BROUGHT_BACK } from '../../shared/contract/bridge.ts'
import { createQueryClient } from '../ipc/operations.ts'
import { SessionProvider } from '../ipc/session.tsx'
import { startLanguage } from '../ui/language.ts'
import { legibleQuietText, theme } from './theme.ts'
import toasts from './toasts.module.css'

/**
 * Mounts a window's content inside everything that all windows share.
 * @param scheme `light` for a page that is printed; other windows follow what this PC was set to
 */
export function mountWindow(content: ReactNode, scheme?: 'light'): void {
  startLanguage()
  const place = document.getElementById('root')
  if (place === null) throw new Error('The page has no root element')
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        cssVariablesResolver={legibleQuietText}
        theme={theme}
        defaultColorScheme="light"
        {...(scheme === undefined ? {} : { forceColorScheme: scheme })}
      >
        <QueryClientProvider client={createQueryClient()}>
          <Notifications
            position="bottom-right"
            autoClose={8000}
            classNames={{ root: toasts.toasts ?? '' }}
          />
          <BroughtBack />
          <SessionProvider>{content}</SessionProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

const NOTICE = 'brought-back'

/** Says once that this window stopped and was opened again: what was typed and not saved is gone. */
function BroughtBack() {
  const { t } = useTranslation()
  useEffect(() => {
    if (window.location.search !== BROUGHT_BACK) return
    window.history.replaceState(null, '', window.location.pathname)
    notifications.show({ id: NOTICE, color: 'orange', message: t('app.broughtBack'), autoClose: false })
  }, [t])
  return null
}
