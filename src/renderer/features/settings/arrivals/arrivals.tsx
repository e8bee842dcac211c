import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArrivalSources, SourceState } from '../../../../shared/contract/arrivals.ts'
import { ARRIVAL_SOURCES, type ArrivalSource } from '../../../../shared/domain/lobby/visit.ts'
import { useArrivalSources } from '../../../ipc/arrival-sources.ts'
import { CallError } from '../../../ipc/call-error.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import classes from './arrivals.module.css'
import { SimulatorPage } from './simulator-page.tsx'
import { FolderPage, HandPage, ReaderPage, WedgePage } from './source-pages.tsx'
import { StateMark } from './source-state.tsx'

/** Where arrivals come from (L1): one page a source, with its state beside its name. */
export function Arrivals() {
  const { t } = useTranslation()
  const { data, error } = useArrivalSources()
  if (data === undefined) return error === null ? <Waiting lines={8} /> : <Problem error={error} />
  return (
    <>
      {data.settingsFault !== null && (
        <Problem error={new CallError({ code: data.settingsFault, detail: {} })} />
      )}
      <Tabs
        orientation="vertical"
        defaultValue="reader"
        classNames={{ root: classes.root ?? '', panel: classes.panel ?? '', tabLabel: classes.source ?? '' }}
      >
        <Tabs.List aria-label={t('settings.section.arrivals')}>
          {ARRIVAL_SOURCES.map((source) => (
            <Tabs.Tab key={source} value={source} rightSection={<StateMark state={stateOf(data, source)} />}>
              {t(`arrivals.source.${source}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {ARRIVAL_SOURCES.map((source) => (
          <Tabs.Panel key={source} value={source}>
            {pageOf(data, source)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

/** The board's own form is always there. */
function stateOf(sources: ArrivalSources, source: ArrivalSource): SourceState {
  return source === 'hand' ? { state: 'running' } : sources[source].state
}

function pageOf(sources: ArrivalSources, source: ArrivalSource): ReactNode {
  switch (source) {
    case 'hand':
      return <HandPage />
    case 'wedge':
      return <WedgePage {...sources.wedge} />
    case 'reader':
      return <ReaderPage {...sources.reader} />
    case 'folder':
      return <FolderPage {...sources.folder} />
    case 'simulator':
      return <SimulatorPage {...sources.simulator} />
  }
}
