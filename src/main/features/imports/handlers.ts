import type { HandlersOf } from '../../engine/handlers.ts'
import { recentSheets, sheetOf } from './loading/sheet.ts'

export const importsHandlers: HandlersOf<'imports'> = {
  'imports.list': ({ connection }) => recentSheets(connection),
  'imports.get': ({ connection }, { importUid }) => sheetOf(connection, importUid),
}
