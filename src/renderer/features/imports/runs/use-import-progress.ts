import { useEffect, useState } from 'react'
import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import { listen } from '../../../ipc/bridge.ts'

/** The last word about any import that is running on this PC; null until there is one. */
export function useImportProgress(): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => listen('import', setProgress), [])
  return progress
}
