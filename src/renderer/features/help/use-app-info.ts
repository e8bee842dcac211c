import { useQuery } from '@tanstack/react-query'
import type { AppInfo } from '../../../shared/contract/session.ts'
import { call } from '../../door/bridge.ts'

/** Version and data folder, which do not change while the program runs; undefined until they are known. */
export function useAppInfo(): AppInfo | undefined {
  return useQuery({ queryKey: ['session.appInfo'], queryFn: () => call('session.appInfo', {}) }).data
}
