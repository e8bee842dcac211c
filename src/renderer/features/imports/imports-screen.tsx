import { Button } from '@mantine/core'
import IconDatabaseImport from '@tabler/icons-react/icons/IconDatabaseImport'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../ipc/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
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
  const [view, setView] = useState<View>({ show: 'history' })
  if (view.show === 'wizard') return <Wizard onDone={() => setView({ show: 'history' })} />
  const back = () => setView({ show: 'history' })
  return view.show === 'sheet' ? (
    <SheetView importUid={view.importUid} onBack={back} />
  ) : (
    <Screen
      title={t('imports.history')}
      actions={
        <Button
          leftSection={<IconDatabaseImport size={16} aria-hidden />}
          onClick={() => setView({ show: 'wizard' })}
        >
          {t('imports.new')}
        </Button>
      }
    >
      <History onOpen={(importUid) => setView({ show: 'sheet', importUid })} />
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
