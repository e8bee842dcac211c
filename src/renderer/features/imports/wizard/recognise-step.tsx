import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { ChosenFolder } from '../../../../shared/contract/imports.ts'
import type { ProfileDraft } from '../profile/draft.ts'
import { FilesTable } from './files-table.tsx'
import { SampleTable } from './sample-table.tsx'
import type { Detections } from './use-detections.ts'

/** Step two: how each file is written, a sample of it, and what it holds. */
export function RecogniseStep(props: {
  readonly folder: ChosenFolder
  readonly detections: Detections
  readonly draft: ProfileDraft
  onChange(draft: ProfileDraft): void
}) {
  const { detections } = props
  const [shown, setShown] = useState<string | null>(null)
  const sample = detections.files.find(({ name }) => name === shown) ?? detections.files[0]
  return (
    <Stack gap="md">
      <FilesTable {...props} shown={sample?.name ?? null} onShow={setShown} />
      {sample !== undefined && <SampleTable file={sample} />}
    </Stack>
  )
}
