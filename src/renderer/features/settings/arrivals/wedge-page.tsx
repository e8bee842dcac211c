import type { ArrivalSources } from '../../../../shared/contract/arrivals.ts'
import { useEdits } from '../../../ui/use-edits.ts'
import { SourceForm } from './source-form.tsx'

export function WedgePage({ state, settings }: ArrivalSources['wedge']) {
  const edits = useEdits(settings)
  return (
    <SourceForm
      source="wedge"
      state={state}
      edits={edits}
      request={(value) => ({ source: 'wedge', settings: value })}
    />
  )
}
