import type { HandlersOf } from '../../engine/handlers.ts'
import { sql } from '../../engine/sql.ts'
import { plantConsentText } from '../../records/consents/consent-text.ts'

export const branchHandlers: HandlersOf<'branch'> = {
  'branch.create': (context, { name, demo, demoAsOf, deviceUid, founder }) => {
    const { connection, nowAt } = context
    connection.run(
      sql.insertInto('branch').values({
        id: 1,
        uid: context.newUid(),
        name,
        demo: demo ? 1 : 0,
        demo_as_of: demoAsOf,
        device_uid: deviceUid,
        created_at: nowAt,
      }),
    )
    connection.run(
      sql
        .insertInto('staff')
        .values({ uid: context.newUid(), ...founder, created_at: nowAt, updated_at: nowAt }),
    )
    plantConsentText(context)
    context.changed('branch', 'staff', 'consent_text')
    return { name, demo, demoAsOf, deviceUid }
  },
}
