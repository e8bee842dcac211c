import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './bridge.ts'

const KEY = ['notices.serving']

/** 服务中: while it is on the system's notifications wait (F4). The main process keeps it, for all windows. */
export function useServing(): { readonly on: boolean; turn(on: boolean): void } {
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: KEY, queryFn: () => call('notices.serving', {}) })
  const turn = (on: boolean) => {
    client.setQueryData(KEY, { on })
    void call('notices.serving', { on }).then((answer) => client.setQueryData(KEY, answer))
  }
  return { on: data?.on ?? false, turn }
}
