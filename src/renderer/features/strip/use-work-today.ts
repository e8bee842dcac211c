import { useOperation } from '../../door/operations.ts'

/** How many of the signed-in person's follow-ups are due today, and how many are late. */
export function useWorkToday(): { readonly today: number; readonly overdue: number } {
  const counts = useOperation('followups.list', {}).data?.counts
  return { today: counts?.today ?? 0, overdue: counts?.overdue ?? 0 }
}
