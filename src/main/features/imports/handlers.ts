import type { HandlersOf } from '../../engine/handlers.ts'
import { keptSheetOf, recentSheets, sheetOf } from './loading/sheet.ts'

export const importsHandlers: HandlersOf<'imports'> = {
  'imports.list': ({ connection }) => recentSheets(connection),
  'imports.takeRejects': (context, { importUid }) => {
    context.note({ importUid })
    context.publish({})
    return { path: keptSheetOf(context.connection, importUid).rejectFile }
  },
  'imports.get': ({ connection }, { importUid }) => sheetOf(connection, importUid),
}
