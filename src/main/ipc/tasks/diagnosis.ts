import { join } from 'node:path'
import type { ProgramVersions } from '../../../shared/contract/diagnosis.ts'
import { civilDateAt } from '../../../shared/domain/calendar/civil-date.ts'
import { type Diagnosis, writeDiagnosis } from '../../diagnosis/diagnosis-file.ts'
import type { ProgramWatch } from '../../diagnosis/program-watch.ts'
import { storeSizes } from '../../diagnosis/store-sizes.ts'
import type { SessionController } from '../../session/session-controller.ts'
import type { Dialogs } from '../dialogs.ts'
import { REJECT_FOLDER } from '../running-imports.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

/** The runtime's own versions, as the shell knows them. */
export type RuntimeVersions = Omit<ProgramVersions, 'sqlite'>

export interface DiagnosisParts {
  readonly sessions: SessionController
  readonly dialogs: Dialogs
  readonly watch: ProgramWatch
  readonly versions: RuntimeVersions
}

const DIAGNOSIS_KIND = { extension: 'json' } as const

/** What failed and what took long since the program was started, on the page and as a file. */
export function diagnosisTasks({
  sessions,
  dialogs,
  watch,
  versions,
}: DiagnosisParts): ShellTasksOf<'diagnosis'> {
  const diagnose = (): Diagnosis => ({
    writtenAt: sessions.nowAt(),
    sinceAt: watch.sinceAt,
    versions: { ...versions, sqlite: sessions.opened().engine.sqlite },
    sizes: storeSizes(sessions.dataFolder, join(sessions.dataFolder, REJECT_FOLDER)),
    incidents: watch.incidents,
    slowest: watch.times,
  })
  return {
    'diagnosis.view': () => {
      const { writtenAt: _written, incidents, ...view } = diagnose()
      return { ...view, incidents: incidents.map(({ stack: _stack, ...incident }) => incident) }
    },
    'diagnosis.save': async (_input, sender) => {
      const name = `huiyan-diagnosis-${civilDateAt(sessions.nowAt())}.json`
      const path = await dialogs.saveFile(sender, name, DIAGNOSIS_KIND)
      if (path === null) return { saved: false }
      const { engine, staff } = sessions.opened()
      writeDiagnosis(path, diagnose())
      await engine.internal(
        'audit.record',
        { action: 'diagnosis.save', customerUid: null, detail: {} },
        staff,
      )
      return { saved: true }
    },
    'diagnosis.report': ({ window, error, frames }) => {
      watch.windowFailed(window, error, frames)
      return null
    },
  }
}
