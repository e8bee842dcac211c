import { useOperation } from '../../../door/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { RoutingForm } from './routing-form.tsx'

/** Who gets what (I4), with a preview of today before it is saved. */
export function RoutingRules() {
  const routes = useOperation('referrals.routes', {})
  const staff = useOperation('staff.list', {})
  const error = routes.error ?? staff.error
  if (error !== null) return <Problem error={error} />
  if (routes.data === undefined || staff.data === undefined) return <Waiting lines={10} />
  return <RoutingForm saved={routes.data} staff={staff.data} />
}
