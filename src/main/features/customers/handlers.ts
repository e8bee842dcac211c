import type { HandlersOf } from '../../engine/handlers.ts'
import { countCustomers } from './lists/counts.ts'
import { browseCustomers } from './lists/work-list.ts'
import { decideDuplicate, undoMerge } from './merging/decide.ts'
import { comparePair, readDuplicates, reopenDifferent } from './merging/pairs.ts'
import { openCustomer } from './panel/open.ts'
import { revealFields } from './reveal/reveal.ts'
import { countFound, foundPage } from './search/found-page.ts'
import { search } from './search/search-with-ticket.ts'
import { timeline } from './timeline/timeline.ts'

export const customersHandlers: HandlersOf<'customers'> = {
  'customers.search': (context, { text, limit }) => search(context, text, limit),
  'customers.countFound': ({ connection }, { text }) => countFound(connection, text),
  'customers.found': foundPage,
  'customers.browse': browseCustomers,
  'customers.counts': ({ connection }) => countCustomers(connection),
  'customers.open': (context, { uid }) => openCustomer(context, uid),
  'customers.timeline': timeline,
  'customers.reveal': (context, { uid, group, reason }) => revealFields(context, uid, group, reason),
  'customers.duplicates': ({ connection }, { limit }) => readDuplicates(connection, limit),
  'customers.comparePair': (context, { pairUid }) => comparePair(context, pairUid),
  'customers.undoDifferent': (context, { pairUid }) => reopenDifferent(context, pairUid),
  'customers.decideDuplicate': (context, { pairUid, decision }) =>
    decideDuplicate(context, pairUid, decision),
  'customers.undoMerge': (context, { uid }) => undoMerge(context, uid),
}
