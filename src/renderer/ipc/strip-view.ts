import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { StripView } from '../../shared/contract/strip.ts'
import { call, listen } from './bridge.ts'

/** How the strip stands on this PC; undefined until the main process has answered. */
export function useStripView(): StripView | undefined {
  const first = useQuery({ queryKey: ['strip.state'], queryFn: () => call('strip.state', {}) }).data
  const [reported, setReported] = useState<StripView | null>(null)
  useEffect(() => listen('strip', setReported), [])
  return reported ?? first
}
