import type { HandlersOf } from '../../engine/handlers.ts'
import { type CustomerLists, createSheetHandlers } from './customer-sheet.ts'
import { layouts, saveLayout } from './layouts.ts'

/** @param lists how another feature's lists of customers are read */
export function createListsHandlers(lists: CustomerLists): HandlersOf<'lists'> {
  return {
    'lists.layouts': layouts,
    'lists.saveLayout': saveLayout,
    ...createSheetHandlers(lists),
  }
}
