import type { ArrivalSources } from '../../../../shared/contract/arrivals.ts'
import { SourceForm } from './source-form.tsx'
import { useDraft } from './use-draft.ts'

export function WedgePage({ state, settings }: ArrivalSources['wedge']) {
  const draft = useDraft(settings)
  return (
    <SourceForm
      source="wedge"
      state={state}
      draft={draft}
      request={(value) => ({ source: 'wedge', settings: value })}
    />
  )
}
