import system, { type PlatformPath } from 'node:path'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { planMorning } from '../../../shared/demo/morning.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ArrivalStation } from '../../arrivals/arrival-station.ts'
import { isArrivalFile } from '../../arrivals/folder/read-rows.ts'
import { tryMessage } from '../../arrivals/try-message.ts'
import type { SessionController } from '../../session/session-controller.ts'
import { ChosenFolders } from '../chosen-folders.ts'
import type { Dialogs } from '../dialogs.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

export interface ArrivalParts {
  readonly sessions: SessionController
  readonly dialogs: Dialogs
  readonly station: ArrivalStation
}

/** The sources of arrivals as Settings keep them; they stand in the main process, and only what they report is data. */
export function arrivalTasks({ sessions, dialogs, station }: ArrivalParts): ShellTasksOf<'arrivals'> {
  const chosen = new ChosenFolders()
  return {
    'arrivals.sources': () => station.view(),
    'arrivals.configure': async (input) => {
      const { engine, staff } = sessions.opened()
      const change = changeOf(input, station, chosen, sessions.dataFolder)
      const detail = { source: input.source, active: input.settings.on }
      await engine.internal(
        'audit.record',
        { action: 'arrivals.configure', customerUid: null, detail },
        staff,
      )
      await change()
      return station.view()
    },
    'arrivals.chooseFolder': async (_input, sender) => {
      const path = await dialogs.chooseFolder(sender)
      if (path === null) return null
      requireForeign(path, sessions.dataFolder)
      const { token, folderName, files } = chosen.addFolder(path)
      return { token, folderName, waitingFiles: files.filter(({ name }) => isArrivalFile(name)).length }
    },
    'arrivals.test': ({ source, text, mapping }) => tryMessage(source, text, mapping),
    'arrivals.scan': ({ text }) => station.scan(text),
    'arrivals.simulate': async ({ seed, arrivals, minutes, compression }) => {
      const { engine, staff } = sessions.opened()
      const morning = planMorning({ seed, arrivals, minutes })
      const keys = await engine.internal('arrivals.rehearse', { people: morning.people }, staff)
      await station.simulate({ morning, keys, compression })
      return station.view()
    },
    'arrivals.stopSimulation': async () => {
      await station.stopSimulation()
      return station.view()
    },
  }
}

/** What is to be done once the audit knows of it; whatever speaks against it is said first. */
function changeOf(
  input: ParsedInputOf<'arrivals.configure'>,
  station: ArrivalStation,
  chosen: ChosenFolders,
  dataFolder: string,
): () => Promise<void> {
  if (input.source === 'wedge') return () => station.configure('wedge', input.settings)
  if (input.source === 'reader') return () => station.configure('reader', input.settings)
  const path = input.token === null ? station.settings.folder.path : chosen.behind(input.token).folder
  if (path === null && input.settings.on) throw new AppError('arrivals.noFolder')
  if (path !== null) requireForeign(path, dataFolder)
  return () => station.configure('folder', { ...input.settings, path })
}

/** Files are moved about in a watched folder: it must be none of ours. */
function requireForeign(path: string, dataFolder: string): void {
  if (isWithin(dataFolder, path)) throw new AppError('arrivals.folderOurs')
}

/** Whether a path is a folder or lies in it, as the system compares paths: on Windows without regard to case. */
export function isWithin(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: PlatformPath = system,
): boolean {
  const way = relative(folder, path)
  const leadsOut = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  return !leadsOut
}
