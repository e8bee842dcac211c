import type { HandlersOf } from '../../engine/handlers.ts'
import { layouts, saveLayout } from './layouts.ts'
import type { PaperSources } from './list-content.ts'
import { createSheetHandlers } from './list-sheet.ts'

/** @param sources how the lists of other features are read */
export function createListsHandlers(sources: PaperSources): HandlersOf<'lists'> {
  return {
    'lists.layouts': layouts,
    'lists.saveLayout': saveLayout,
    ...createSheetHandlers(sources),
  }
}
