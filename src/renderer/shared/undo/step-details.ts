import { useQuery, useQueryClient } from '@tanstack/react-query'

/** What else is to be known of a step that was just done, beside its name. */
export interface StepDetails {
  /** The operation. */
  readonly action: string
  readonly lines: readonly string[]
  /** What somebody is warned of. */
  readonly warnings?: readonly string[]
}

/** Not an operation: what this window has to add to the notice of its newest step. Gone with the session, as answers are. */
const DETAILS = ['undo', 'details']

/** Adds lines to the notice of the step that was just done, instead of a notice of their own. */
export function useTellDetails(): (details: StepDetails) => void {
  const client = useQueryClient()
  return (details) => client.setQueryData<StepDetails>(DETAILS, details)
}

/** What there is to add to the notice of a step of that kind. */
export function useStepDetails(action: string): StepDetails | null {
  const { data } = useQuery<StepDetails | null>({
    queryKey: DETAILS,
    queryFn: () => null,
    enabled: false,
    initialData: null,
  })
  return data?.action === action ? data : null
}
