import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import type { ChosenFolder, DetectedFile } from '../../../../shared/contract/imports.ts'
import { call } from '../../../ipc/bridge.ts'
import type { CallError } from '../../../ipc/call-error.ts'
import { filesRead } from '../profile/draft.ts'

export interface Detection {
  readonly name: string
  readonly file: DetectedFile | null
  readonly error: CallError | null
}

export interface Detections {
  readonly settled: boolean
  readonly all: readonly Detection[]
  /** Those that could be read. */
  readonly files: readonly DetectedFile[]
  /** What was seen of the file that an entry reads: of its own sheet, where somebody has looked at that one. */
  of(entry: FileProfile): DetectedFile | null
  /** A file that was read anew takes the place of what was seen of it first; another sheet of it stands beside it. */
  put(file: DetectedFile): void
}

/** Looks at every file of what was chosen: how it is written and what it seems to hold. */
export function useDetections(folder: ChosenFolder | null): Detections {
  const client = useQueryClient()
  const keyOf = (name: string) => ['imports.detect', folder?.token, name]
  const [sheets, setSheets] = useState<readonly DetectedFile[]>([])
  const put = (file: DetectedFile) => {
    const first = client.getQueryData<DetectedFile>(keyOf(file.name))
    if (first === undefined || first.sheet === file.sheet) client.setQueryData(keyOf(file.name), file)
    const isOther = (each: DetectedFile) => each.name !== file.name || each.sheet !== file.sheet
    if (file.sheet !== '') setSheets((known) => [...known.filter(isOther), file])
  }
  return useQueries({
    queries: (folder?.files ?? []).map(({ name }) => ({
      queryKey: keyOf(name),
      queryFn: () => call('imports.detect', { token: folder?.token ?? '', fileName: name }),
    })),
    combine: (results) => {
      const all = results.map((result, index) => ({
        name: folder?.files[index]?.name ?? '',
        file: result.data ?? null,
        error: result.error as CallError | null,
      }))
      const files = all.flatMap(({ file }) => file ?? [])
      return {
        settled: results.every(({ isPending }) => !isPending),
        all,
        files,
        of: (entry) => {
          const [name] = filesRead(
            entry,
            files.map((file) => file.name),
          )
          const own = sheets.find((file) => file.name === name && file.sheet === entry.sheet)
          return own ?? files.find((file) => file.name === name) ?? null
        },
        put,
      }
    },
  })
}
