import type { DemoDossier } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import { refuseChannel } from '../../records/consents/refuse-channel.ts'
import { noonOf } from './noon-of.ts'

/** What tags of the demo say where they come from. */
const TAG_SOURCE = '演示数据'

const ADD_TAG = write(
  'INSERT INTO tag (customer_id, kind, text, source) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
)

/** Adds what a bank's extract does not carry: events, complaints, refusals and tags. */
export function seedCustomerRecord(
  context: WriteContext,
  customerId: number,
  customerRecord: DemoDossier,
): void {
  seedEvents(context, customerId, customerRecord.events)
  seedComplaints(context, customerId, customerRecord.complaints)
  for (const { channel, on } of customerRecord.refusals) {
    refuseChannel(context, customerId, channel, { on, by: null })
  }
  for (const { kind, text } of customerRecord.tags)
    ADD_TAG.run(context.connection, customerId, kind, text, TAG_SOURCE)
}

const ADD_EVENT = write(
  `INSERT INTO timeline_event (uid, customer_id, on_date, kind, code, channel, product, text, created_at)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

function seedEvents(context: WriteContext, customerId: number, events: DemoDossier['events']): void {
  const { connection } = context
  for (const { on, kind, code, channel, product, text } of events) {
    const uid = context.newUid()
    ADD_EVENT.run(connection, uid, customerId, on, kind, code, channel, product, text, noonOf(on))
  }
}

const ADD_COMPLAINT = write(
  'INSERT INTO complaint (uid, customer_id, opened_on, resolved_on, summary) VALUES (?, ?, ?, ?, ?)',
)

function seedComplaints(
  context: WriteContext,
  customerId: number,
  complaints: DemoDossier['complaints'],
): void {
  const { connection } = context
  for (const { openedOn, resolvedOn, summary } of complaints) {
    ADD_COMPLAINT.run(connection, context.newUid(), customerId, openedOn, resolvedOn, summary)
  }
}
