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
import type { ReportingWindow } from '../../shared/contract/diagnosis.ts'
import { createQueryClient } from '../ipc/operations.ts'
import { reportFault, reportUncaught } from '../ipc/report-fault.ts'
import { SessionProvider } from '../ipc/session.tsx'
import { startLanguage } from '../ui/language.ts'
import { FaultBoundary } from './fault-boundary.tsx'
import { legibleQuietText, theme } from './theme.ts'
import toasts from './toasts.module.css'

/**
 * Mounts a window's content inside everything that all windows share.
 * @param name under which its faults are reported
 * @param paper of a page that is printed: it is always light, and whoever waits for it is told where it cannot be drawn
 */
export function mountWindow(name: ReportingWindow, content: ReactNode, paper?: { onFault(): void }): void {
  reportUncaught(name)
  startLanguage()
  const place = document.getElementById('root')
  if (place === null) throw new Error('The page has no root element')
  const report = (thrown: unknown) => reportFault(name, thrown)
  createRoot(place, { onCaughtError: report, onUncaughtError: report }).render(
    <StrictMode>
      <MantineProvider
        cssVariablesResolver={legibleQuietText}
        theme={theme}
        defaultColorScheme="light"
        {...(paper === undefined ? {} : { forceColorScheme: 'light' as const })}
      >
        <QueryClientProvider client={createQueryClient()}>
          <Notifications
            position="bottom-right"
            autoClose={8000}
            // Beside the widest dialog that is filled in by keyboard at 1366, not over its buttons.
            containerWidth={330}
            // What a notice says of a customer is gone with the lock, not a moment later.
            transitionDuration={0}
            classNames={{ root: toasts.toasts ?? '' }}
          />
          <BroughtBack />
          <FaultBoundary {...paper}>
            <SessionProvider>{content}</SessionProvider>
          </FaultBoundary>
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
