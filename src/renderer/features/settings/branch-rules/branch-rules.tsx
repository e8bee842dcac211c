import { useOperation } from '../../../door/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { RulesForm } from './rules-form.tsx'

/** What the branch adjusts for all of its PCs. */
export function BranchRules() {
  const stored = useOperation('settings.get', {})
  if (stored.data === undefined)
    return stored.isError ? <Problem error={stored.error} /> : <Waiting lines={12} />
  return <RulesForm stored={stored.data} />
}
