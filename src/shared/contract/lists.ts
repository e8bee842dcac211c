import { z } from 'zod'
import { LIST_COLUMNS } from '../domain/branch/list-columns.ts'
import { COUNTER } from '../domain/branch/roles.ts'
import { LANGUAGES } from '../locale/languages.ts'
import { CUSTOMER_SORTS, customerListRequest } from './customer-lists.ts'
import { command, query, shellTask } from './operation.ts'

/** How somebody laid a list out: the columns they see, and by what it was sorted last. */
const customersLayout = z.strictObject({
  list: z.literal('customers'),
  columns: z.array(z.enum(LIST_COLUMNS.customers)).max(LIST_COLUMNS.customers.length),
  sort: z.enum(CUSTOMER_SORTS),
  reversed: z.boolean(),
})
const layout = z.discriminatedUnion('list', [customersLayout])
export type ListLayout = z.output<typeof layout>

export const lists = {
  /** The lists that the caller laid out; the others stand as the program has them. */
  layouts: query('lists.layouts', COUNTER, z.strictObject({}), { reads: ['list_layout'] }).returns<
    readonly ListLayout[]
  >(),
  saveLayout: command('lists.saveLayout', COUNTER, layout).returns<null>(),
  /** Writes a list of customers to a file that the user chooses, masked; recorded with the reason and how many it names. */
  export: shellTask(
    'lists.export',
    COUNTER,
    z.strictObject({
      request: customerListRequest,
      reason: z.string().trim().max(200),
      language: z.enum(LANGUAGES).default('zh-CN'),
    }),
  ).returns<{ readonly saved: boolean; readonly rows: number }>(),
}

/** A layout as it is stored; one that an older program wrote and nobody can read any more is left out. */
export const storedLayout = layout
