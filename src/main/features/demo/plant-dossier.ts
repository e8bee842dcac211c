import type { DemoDossier } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'
import { noonOf } from './noon-of.ts'

/** What tags of the demo say where they come from. */
const TAG_SOURCE = '演示数据'

/** Adds what a bank's extract does not carry: events, complaints, refusals and tags. */
export function plantDossier(context: WriteContext, customerId: number, dossier: DemoDossier): void {
  plantEvents(context, customerId, dossier.events)
  plantComplaints(context, customerId, dossier.complaints)
  const { connection } = context
  const refuse = connection.statement(
    'INSERT INTO refusal (customer_id, channel, on_date) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const { channel, on } of dossier.refusals) refuse.run(customerId, channel, on)
  const tag = connection.statement(
    'INSERT INTO tag (customer_id, kind, text, source) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const { kind, text } of dossier.tags) tag.run(customerId, kind, text, TAG_SOURCE)
}

function plantEvents(context: WriteContext, customerId: number, events: DemoDossier['events']): void {
  const insert = context.connection.statement(
    `INSERT INTO timeline_event (uid, customer_id, on_date, kind, code, channel, product, text, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { on, kind, code, channel, product, text } of events) {
    insert.run(context.newUid(), customerId, on, kind, code, channel, product, text, noonOf(on))
  }
}

function plantComplaints(
  context: WriteContext,
  customerId: number,
  complaints: DemoDossier['complaints'],
): void {
  const insert = context.connection.statement(
    'INSERT INTO complaint (uid, customer_id, opened_on, resolved_on, summary) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { openedOn, resolvedOn, summary } of complaints) {
    insert.run(context.newUid(), customerId, openedOn, resolvedOn, summary)
  }
}
