import { Button } from '@mantine/core'
import IconDatabaseImport from '@tabler/icons-react/icons/IconDatabaseImport'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../ipc/may-call.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { EnterCustomer } from './enter/enter-customer.tsx'
import classes from './imports-screen.module.css'
import { ImportHistory } from './runs/import-history.tsx'
import { ImportProgress } from './runs/import-progress.tsx'
import { Reconciliation } from './runs/reconciliation.tsx'
import { useImportProgress } from './runs/use-import-progress.ts'
import { Wizard } from './wizard/wizard.tsx'

type View = { readonly show: 'history' | 'wizard' } | { readonly show: 'sheet'; readonly importUid: string }

/** What was imported, and the way to import more (D1–D3). */
export function ImportsScreen() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const [entering, setEntering] = useState(false)
  const [view, setView] = useState<View>({ show: 'history' })
  if (view.show === 'wizard') return <Wizard onDone={() => setView({ show: 'history' })} />
  const back = () => setView({ show: 'history' })
  return view.show === 'sheet' ? (
    <SheetView importUid={view.importUid} onBack={back} />
  ) : (
    <Screen
      title={t('imports.history')}
      actions={
        <>
          {mayCall(staff.role, 'imports.enter') && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => setEntering(true)}
            >
              {t('imports.byHand.button')}
            </Button>
          )}
          <Button
            leftSection={<IconDatabaseImport size={16} aria-hidden />}
            onClick={() => setView({ show: 'wizard' })}
          >
            {t('imports.new')}
          </Button>
        </>
      }
    >
      <History onOpen={(importUid) => setView({ show: 'sheet', importUid })} />
      {entering && (
        <EnterCustomer
          onSaved={(importUid) => {
            setEntering(false)
            setView({ show: 'sheet', importUid })
          }}
          onClose={() => setEntering(false)}
        />
      )}
    </Screen>
  )
}

function History(props: { onOpen(importUid: string): void }) {
  const runs = useOperation('imports.list', {})
  const reported = useImportProgress()
  if (runs.data === undefined) return runs.isError ? <Problem error={runs.error} /> : <Waiting lines={8} />
  const running = runs.data.find(({ state }) => state === 'running')
  return (
    <>
      {running !== undefined && (
        <div className={classes.block}>
          <ImportProgress importUid={running.uid} reported={reported} />
        </div>
      )}
      <ImportHistory runs={runs.data} onOpen={props.onOpen} />
    </>
  )
}

function SheetView(props: { readonly importUid: string; onBack(): void }) {
  const { t } = useTranslation()
  const sheet = useOperation('imports.get', { importUid: props.importUid })
  return (
    <Screen
      title={t('imports.sheet.title')}
      actions={
        <Button variant="default" onClick={props.onBack}>
          {t('app.back')}
        </Button>
      }
    >
      <div className={classes.block}>
        <Problem error={sheet.error} />
        {sheet.data !== undefined && <Reconciliation sheet={sheet.data} />}
      </div>
    </Screen>
  )
}
