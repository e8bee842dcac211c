import { civilDateAt } from '../../../shared/domain/calendar/civil-date.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { query, type Takes } from '../../engine/query.ts'
import { seedConsentText } from '../../records/consents/consent-text.ts'
import { insertStaff } from '../../records/staff/write-staff.ts'

type Founded = Takes<{
  uid: string
  name: string
  demo: 0 | 1
  demoAsOf: string | null
  deviceUid: string
  nowAt: number
}>

const FOUND = query((sql, at: Founded) =>
  sql.insertInto('branch').values({
    id: 1,
    uid: at.uid,
    name: at.name,
    demo: at.demo,
    demo_as_of: at.demoAsOf,
    device_uid: at.deviceUid,
    created_at: at.nowAt,
  }),
)

export const branchHandlers: HandlersOf<'branch'> = {
  'branch.create': (context, { name, demo, demoAsOf, deviceUid, founder }) => {
    const { connection, nowAt } = context
    FOUND.run(connection, { uid: context.newUid(), name, demo: demo ? 1 : 0, demoAsOf, deviceUid, nowAt })
    insertStaff(context, founder)
    seedConsentText(context)
    context.changed('branch', 'consent_text')
    return { name, demo, demoAsOf, deviceUid, foundedOn: civilDateAt(nowAt) }
  },
}
