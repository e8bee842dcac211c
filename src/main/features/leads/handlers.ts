import type { HandlersOf } from '../../engine/handlers.ts'
import { currentConsentText } from '../../records/consents/consent-text.ts'
import { openLoads } from '../../records/staff/open-load.ts'
import { advance } from './advance.ts'
import { counts } from './counts.ts'
import { find } from './find.ts'
import { list } from './list.ts'
import { open } from './open.ts'
import { reassign } from './reassign.ts'
import { reassignMany } from './reassign-many.ts'
import { reveal } from './reveal.ts'
import { save } from './save.ts'

export const leadsHandlers: HandlersOf<'leads'> = {
  'leads.save': save,
  'leads.advance': advance,
  'leads.reassign': reassign,
  'leads.reassignMany': reassignMany,
  'leads.list': list,
  'leads.find': find,
  'leads.counts': counts,
  'leads.open': open,
  'leads.reveal': reveal,
  'leads.load': ({ connection, todayOn }) => openLoads(connection, todayOn),
  'leads.consentText': ({ connection }) => currentConsentText(connection),
}
