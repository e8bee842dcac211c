import type { HandlersOf } from '../../engine/handlers.ts'
import { enterCustomer } from './entering/enter.ts'
import { keptSheetOf, recentSheets, sheetOf } from './loading/sheet.ts'

export const importsHandlers: HandlersOf<'imports'> = {
  'imports.enter': (context, input) => enterCustomer(context, input),
  'imports.list': ({ connection }) => recentSheets(connection),
  'imports.takeRejects': (context, { importUid }) => {
    context.note({ importUid })
    context.publish({})
    return { path: keptSheetOf(context.connection, importUid).rejectFile }
  },
  'imports.get': ({ connection }, { importUid }) => sheetOf(connection, importUid),
}
