import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { ChosenFolder, DetectedFile } from '../../../../shared/contract/imports.ts'
import { call } from '../../../ipc/bridge.ts'
import type { CallError } from '../../../ipc/call-error.ts'

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
  /** A file that was read anew takes the place of what was seen of it first. */
  put(file: DetectedFile): void
}

/** Looks at every file of what was chosen: how it is written and what it seems to hold. */
export function useDetections(folder: ChosenFolder | null): Detections {
  const client = useQueryClient()
  const keyOf = (name: string) => ['imports.detect', folder?.token, name]
  const put = (file: DetectedFile) => client.setQueryData(keyOf(file.name), file)
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
      return {
        settled: results.every(({ isPending }) => !isPending),
        all,
        files: all.flatMap(({ file }) => file ?? []),
        put,
      }
    },
  })
}
