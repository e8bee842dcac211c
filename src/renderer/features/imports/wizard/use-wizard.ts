import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type {
  ChosenFolder,
  ChosenHeader,
  DetectedFile,
  ImportProgress,
} from '../../../../shared/contract/imports.ts'
import type { CallError } from '../../../ipc/call-error.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useEdits } from '../../../ui/use-edits.ts'
import {
  draftFrom,
  draftOf,
  type ProfileDraft,
  replaceEntry,
  rereadEntry,
  rereadFile,
} from '../profile/draft.ts'
import { type CheckedDraft, checkDraft } from '../profile/faults.ts'
import { fittingProfile, keepProfile, keptProfiles } from '../profile/kept-profiles.ts'
import { useImportProgress } from '../runs/use-import-progress.ts'
import { type Detections, useDetections } from './use-detections.ts'

/** The wizard's steps in their order. */
export const WIZARD_STEPS = ['choose', 'recognise', 'map', 'preview', 'run', 'sheet'] as const
export type WizardStep = (typeof WIZARD_STEPS)[number]

/** The neighbouring step; the ends stay where they are. */
export function stepBeside(step: WizardStep, distance: 1 | -1): WizardStep {
  return WIZARD_STEPS[WIZARD_STEPS.indexOf(step) + distance] ?? step
}

/** Everything the wizard knows, and what its steps may do. */
/** What the last step says of the run. */
export interface RunOrder {
  readonly asOf: string | null
  /** Files that were read before are read again. */
  readonly again: boolean
  /** Data of an earlier day than the stored ones may replace them. */
  readonly allowOlder: boolean
}

export interface WizardState {
  readonly step: WizardStep
  readonly folder: ChosenFolder | null
  readonly detections: Detections
  /** Null until a folder was chosen and looked at. */
  readonly draft: ProfileDraft | null
  readonly checked: CheckedDraft | null
  /** A profile that was run here before and finds all its files in the folder. */
  readonly fitting: ImportProfile | undefined
  /** Whether something was set up by hand that a new attempt would lose. */
  readonly edited: boolean
  readonly importUid: string | null
  readonly starting: boolean
  /** Whether the files were found to be those of an earlier import, so that starting again means them all the same. */
  readonly sameNight: boolean
  readonly error: CallError | null
  readonly reported: ImportProgress | null
  choose(folder: ChosenFolder): void
  edit(draft: ProfileDraft): void
  /** Reads a file anew with another line as its header. */
  reread(file: DetectedFile, header: ChosenHeader): void
  /** Lets an entry read another sheet of its workbook. */
  takeSheet(fileName: string, index: number, sheet: string): void
  goTo(step: WizardStep): void
  goBeside(distance: 1 | -1): void
  start(profile: ImportProfile, order: RunOrder): void
}

const NOTHING_RECOGNISED: ProfileDraft = draftOf([], '')

/** Leads from the folder to the sheet; the last step comes by itself when the import has ended. */
export function useWizard(): WizardState {
  const { t } = useTranslation()
  const [wanted, goTo] = useState<WizardStep>('choose')
  const [folder, setFolder] = useState<ChosenFolder | null>(null)
  const detections = useDetections(folder)
  const look = useCommand('imports.detect')
  const run = useCommand('imports.run')
  const reported = useImportProgress()
  const importUid = run.data?.importUid ?? null
  const ended = importUid !== null && reported?.importUid === importUid && reported.phase === 'finished'
  const step = ended ? 'sheet' : wanted
  const recognised =
    folder !== null && detections.settled
      ? draftOf(detections.files, t('imports.profile.defaultName', { folder: folder.folderName }))
      : null
  const edits = useEdits<ProfileDraft>(recognised ?? NOTHING_RECOGNISED)
  const draft = recognised === null && edits.typed.files === undefined ? null : edits.value
  const edit = (changed: ProfileDraft) => edits.put(draftFrom(changed))
  const names = folder?.files.map(({ name }) => name) ?? []
  return {
    step,
    folder,
    detections,
    draft,
    checked: draft === null ? null : checkDraft(draft),
    fitting: names.length > 0 ? fittingProfile(keptProfiles(window.localStorage), names) : undefined,
    edited: edits.typed.files !== undefined,
    importUid,
    starting: run.isPending,
    sameNight: run.error?.code === 'imports.sameNight',
    error: run.error ?? look.error,
    reported,
    choose: (chosen) => {
      setFolder(chosen)
      edits.discard()
      run.reset()
    },
    edit,
    reread: ({ name, sheet }, header) => {
      if (folder === null || draft === null) return
      const onSuccess = (file: DetectedFile) => {
        detections.put(file)
        edit(rereadFile(draft, file))
      }
      const wanted = sheet === '' ? null : sheet
      look.mutate({ token: folder.token, fileName: name, header, sheet: wanted }, { onSuccess })
    },
    takeSheet: (fileName, index, sheet) => {
      const entry = draft?.files[index]
      if (folder === null || draft === null || entry === undefined) return
      const onSuccess = (file: DetectedFile) => {
        detections.put(file)
        edit(replaceEntry(draft, index, rereadEntry(entry, file)))
      }
      look.mutate({ token: folder.token, fileName, sheet }, { onSuccess })
    },
    goTo,
    goBeside: (distance) => goTo(stepBeside(step, distance)),
    start: (profile, order) => {
      if (folder === null) return
      keepProfile(window.localStorage, profile)
      edit(profile)
      goTo('run')
      run.mutate({ token: folder.token, profile, ...order })
    },
  }
}
