import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { ImportSurvey, SurveyProgress } from '../../../../shared/contract/import-survey.ts'
import type { ChosenFolder } from '../../../../shared/contract/imports.ts'
import { call, listen } from '../../../ipc/bridge.ts'
import { CallError } from '../../../ipc/call-error.ts'

export interface SurveyState {
  readonly survey: ImportSurvey | undefined
  readonly progress: SurveyProgress | null
  readonly running: boolean
  readonly cancelled: boolean
  readonly error: unknown
  cancel(): void
  again(): void
}

/** Looks at a whole file as soon as it is shown; leaving it, or choosing another, ends that. */
export function useSurvey(folder: ChosenFolder, profile: ImportProfile, fileName: string): SurveyState {
  const client = useQueryClient()
  const [progress, setProgress] = useState<SurveyProgress | null>(null)
  const queryKey = useMemo(
    () => ['imports.survey', folder.token, fileName, profile] as const,
    [folder.token, fileName, profile],
  )
  const survey = useQuery({
    queryKey,
    queryFn: ({ signal }) => surveyed({ token: folder.token, profile, fileName }, signal, setProgress),
    enabled: fileName !== '',
  })
  const cancel = useCallback(() => void client.cancelQueries({ queryKey }), [client, queryKey])
  useEffect(() => {
    setProgress(null)
    return cancel
  }, [cancel])
  const cancelled = survey.error instanceof CallError && survey.error.code === 'imports.cancelled'
  return {
    survey: survey.data,
    progress,
    running: survey.isFetching,
    cancelled: cancelled || (survey.data === undefined && !survey.isFetching && survey.error === null),
    error: cancelled ? null : survey.error,
    cancel,
    again: () => void survey.refetch(),
  }
}

async function surveyed(
  file: { readonly token: string; readonly profile: ImportProfile; readonly fileName: string },
  signal: AbortSignal,
  tell: (progress: SurveyProgress) => void,
): Promise<ImportSurvey> {
  const surveyUid = crypto.randomUUID()
  const stopListening = listen('survey', (told) => {
    if (told.surveyUid === surveyUid) tell(told)
  })
  // Where the screen was locked meanwhile, the pass goes on to its end and nobody hears of it.
  const cancel = () => void call('imports.cancelSurvey', { surveyUid }).catch(() => undefined)
  signal.addEventListener('abort', cancel)
  try {
    return await call('imports.survey', { surveyUid, ...file })
  } finally {
    stopListening()
    signal.removeEventListener('abort', cancel)
  }
}
