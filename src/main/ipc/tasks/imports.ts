import { readFile, stat } from 'node:fs/promises'
import type { ImportProfile } from '../../../shared/contract/import-profile.ts'
import type { ChosenHeader, DetectedFile, PreviewRow } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { mayReveal } from '../../../shared/domain/customer/field-access.ts'
import { copyDurably, writeDurably } from '../../engine/write-durably.ts'
import type { SessionController } from '../../session/session-controller.ts'
import { ChosenFolders } from '../chosen-folders.ts'
import type { Dialogs } from '../dialogs.ts'
import type { RunningImports } from '../running-imports.ts'
import type { RunningSurveys } from '../running-surveys.ts'
import type { Sender, ShellTasksOf } from '../shell-tasks.ts'

/**
 * The reading of extracts as the wizard needs it. It belongs to the imports feature, which the router does not know;
 * whoever puts the process together hands it in.
 */
export interface ExtractReading {
  /** Throws `AppError` `imports.*` for a file that cannot be read. Without `clear` personal data are masked (P2). */
  detect(
    path: string,
    header: ChosenHeader | null,
    clear: boolean,
    sheet: string | null,
  ): Promise<DetectedFile>
  preview(
    profile: ImportProfile,
    folder: string,
    fileName: string,
    clear: boolean,
  ): Promise<{ readonly rows: readonly PreviewRow[]; readonly fields: readonly string[] }>
  /** Throws `AppError` `imports.profileInvalid`. */
  parseProfile(text: string): ImportProfile
  /** The profile as it applies where only these files of a folder were chosen. */
  narrow(profile: ImportProfile, fileNames: readonly string[]): ImportProfile
}

const PROFILE_KIND = { extension: 'json' } as const
/** It holds nothing about anybody, and whoever makes the extracts may read it. */
const PROFILE_MODE = 0o644
const REJECTS_KIND = { extension: 'csv' } as const
/** No profile that a person writes comes near it. */
const LARGEST_PROFILE_BYTES = 1024 * 1024

export interface ImportParts {
  readonly sessions: SessionController
  readonly dialogs: Dialogs
  loadReading(): Promise<ExtractReading>
  readonly running: RunningImports
  readonly surveys: RunningSurveys
}

/** The import wizard's side of the router: files are chosen in dialogs, read here, and loaded by the engine. */
export function importTasks({
  sessions,
  dialogs,
  loadReading,
  running,
  surveys,
}: ImportParts): ShellTasksOf<'imports'> {
  const chosen = new ChosenFolders()
  /** An administrator keeps the system and sees no customer: not in a file either (P2). */
  const seesClear = () => mayReveal(sessions.opened().staff.role, 'all')
  const applied = async (token: string, profile: ImportProfile): Promise<ImportProfile> => {
    const { whole, fileNames } = chosen.behind(token)
    return whole ? profile : (await loadReading()).narrow(profile, fileNames)
  }
  return {
    'imports.choose': async ({ kind }, sender) => {
      if (kind === 'folder') {
        const folder = await dialogs.chooseFolder(sender)
        return folder === null ? null : chosen.addFolder(folder)
      }
      const files = await dialogs.chooseFiles(sender)
      return files === null ? null : chosen.addFiles(files)
    },
    'imports.detect': async ({ token, fileName, header, sheet }) => {
      const path = chosen.file(token, fileName)
      return (await loadReading()).detect(path, header, seesClear(), sheet)
    },
    'imports.preview': async ({ token, profile, fileName }) => {
      chosen.file(token, fileName)
      const reading = await loadReading()
      return reading.preview(
        await applied(token, profile),
        chosen.behind(token).folder,
        fileName,
        seesClear(),
      )
    },
    'imports.survey': async ({ surveyUid, token, profile, fileName }) => {
      chosen.file(token, fileName)
      const { folder } = chosen.behind(token)
      const order = { of: 'file', profile: await applied(token, profile), folder, fileName } as const
      return surveys.start(sessions.opened(), surveyUid, order)
    },
    'imports.cancelSurvey': ({ surveyUid }) => {
      surveys.cancel(surveyUid)
      return null
    },
    'imports.run': async ({ token, profile, asOf, again, allowOlder }) => {
      const { folder } = chosen.behind(token)
      const order = { profile: await applied(token, profile), folder, asOf, again, allowOlder }
      return { importUid: await running.start(sessions.opened(), order) }
    },
    'imports.cancel': ({ importUid }) => {
      running.cancel(importUid)
      return null
    },
    'imports.undo': async ({ importUid }) => {
      await running.undo(sessions.opened(), importUid)
      return null
    },
    'imports.saveRejects': ({ importUid }, sender) => saveRejects(sessions, dialogs, importUid, sender),
    'imports.openProfile': async (_input, sender) => {
      const path = await dialogs.openFile(sender, PROFILE_KIND)
      return path === null ? null : (await loadReading()).parseProfile(await profileText(path))
    },
    'imports.saveProfile': async ({ profile }, sender) => {
      const path = await dialogs.saveFile(sender, 'import-profile.json', PROFILE_KIND)
      if (path === null) return { saved: false }
      writeDurably(path, `${JSON.stringify(profile, null, 2)}\n`, PROFILE_MODE)
      return { saved: true }
    },
  }
}

/** Rejected rows are a customer's data in clear, so taking them out of the data folder leaves an audit row. */
async function saveRejects(sessions: SessionController, dialogs: Dialogs, importUid: string, sender: Sender) {
  const { engine, staff } = sessions.opened()
  const { hasRejects } = await engine.call('imports.get', { importUid }, staff)
  if (!hasRejects) throw new AppError('imports.fileMissing', { file: 'rejects' })
  const path = await dialogs.saveFile(sender, `rejects-${importUid}.csv`, REJECTS_KIND)
  if (path === null) return { saved: false }
  const rejects = await engine.internal('imports.takeRejects', { importUid }, staff)
  if (rejects.path === null) throw new AppError('imports.fileMissing', { file: 'rejects' })
  await copyDurably(rejects.path, path)
  return { saved: true }
}

async function profileText(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > LARGEST_PROFILE_BYTES)
    throw new AppError('imports.profileInvalid', { path: '', reason: 'too large' })
  return readFile(path, { encoding: 'utf8' })
}
