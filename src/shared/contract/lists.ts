import { z } from 'zod'
import { LIST_COLUMNS, type ListName } from '../domain/branch/list-columns.ts'
import { COUNTER } from '../domain/branch/roles.ts'
import { LANGUAGES } from '../locale/languages.ts'
import { CUSTOMER_SORTS, type CustomerRow, customerListRequest, type ListTotal } from './customer-lists.ts'
import { type DraftList, FOLLOWUP_SORTS, followups, type PrintedList } from './followups.ts'
import { INTENT_SORTS, intents } from './intents.ts'
import { LEAD_SORTS, leads } from './leads.ts'
import { command, query, shellTask } from './operation.ts'
import { REFERRAL_SORTS, referrals } from './referrals.ts'

const customerColumns = z.array(z.enum(LIST_COLUMNS.customers)).max(LIST_COLUMNS.customers.length)
const reversed = z.boolean()

/** How somebody laid a list out: the columns they see, and by what it was sorted last. */
const layout = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('customers'),
    columns: customerColumns,
    sort: z.enum(CUSTOMER_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('intents'),
    columns: z.array(z.enum(LIST_COLUMNS.intents)).max(LIST_COLUMNS.intents.length),
    sort: z.enum(INTENT_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('leads'),
    columns: z.array(z.enum(LIST_COLUMNS.leads)).max(LIST_COLUMNS.leads.length),
    sort: z.enum(LEAD_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('referrals'),
    columns: z.array(z.enum(LIST_COLUMNS.referrals)).max(LIST_COLUMNS.referrals.length),
    sort: z.enum(REFERRAL_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('followups'),
    columns: z.array(z.enum(LIST_COLUMNS.followups)).max(LIST_COLUMNS.followups.length),
    sort: z.enum(FOLLOWUP_SORTS),
    reversed,
  }),
])
export type ListLayout = z.output<typeof layout>
export type LayoutOf<List extends ListName> = Extract<ListLayout, { readonly list: List }>

const wholeList = { cursor: true, limit: true } as const

/** A list with its filter and order, whole: what its screen asks for without the pages. */
export const listRequest = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('customers'), asked: customerListRequest }),
  z.strictObject({ list: z.literal('intents'), asked: intents.list.input.omit(wholeList) }),
  z.strictObject({ list: z.literal('leads'), asked: leads.list.input.omit(wholeList) }),
  z.strictObject({ list: z.literal('referrals'), asked: referrals.list.input.omit({ limit: true }) }),
  z.strictObject({ list: z.literal('followups'), asked: followups.list.input }),
])
export type ListRequest = z.output<typeof listRequest>

/** A list of customers as it goes on paper: which, in which order, in which columns beside the name. */
export const customersOnPaper = z.strictObject({ asked: customerListRequest, columns: customerColumns })
export type CustomersOnPaper = z.output<typeof customersOnPaper>

const inLanguage = { language: z.enum(LANGUAGES).default('zh-CN') }

/** What a printed list of customers shows; its people are those of the print, or on a draft those of now. */
export interface CustomerSheet {
  readonly print: PrintedList | DraftList
  readonly branchName: string
  readonly demo: boolean
  readonly shows: CustomersOnPaper
  /** Of the whole list, of which the paper holds the first. */
  readonly total: ListTotal
  readonly rows: readonly CustomerRow[]
}

export const lists = {
  /** The lists that the caller laid out; the others stand as the program has them. */
  layouts: query('lists.layouts', COUNTER, z.strictObject({}), { reads: ['list_layout'] }).returns<
    readonly ListLayout[]
  >(),
  saveLayout: command('lists.saveLayout', COUNTER, layout).returns<null>(),
  /** Writes a list to a file that the user chooses, masked; recorded with the reason and how many rows it has. */
  export: shellTask(
    'lists.export',
    COUNTER,
    z.strictObject({ request: listRequest, reason: z.string().trim().max(200), ...inLanguage }),
  ).returns<{ readonly saved: boolean; readonly rows: number }>(),
  /** A list of customers as it would go on paper now, without a number. A command, as `followups.draftList` is. */
  draftSheet: command('lists.draftSheet', COUNTER, customersOnPaper).returns<CustomerSheet>(),
  /** Numbers a list of customers and keeps who stands on it. Printing is `lists.print`, which calls this first. */
  freezeSheet: command('lists.freezeSheet', COUNTER, customersOnPaper).returns<PrintedList>(),
  /** A command, as `followups.sheet` is. */
  sheet: command(
    'lists.sheet',
    COUNTER,
    z.strictObject({ printNo: z.int().min(1) }),
  ).returns<CustomerSheet>(),
  /** Renders a draft to look at, as `followups.preview` does. */
  preview: shellTask(
    'lists.preview',
    COUNTER,
    z.strictObject({ shows: customersOnPaper, ...inLanguage }),
  ).returns<{ readonly list: DraftList; readonly pdf: Uint8Array }>(),
  /** Freezes, renders and keeps a list of customers, as `followups.print` does a daily one. */
  print: shellTask(
    'lists.print',
    COUNTER,
    z.strictObject({ shows: customersOnPaper, ...inLanguage }),
  ).returns<{ readonly list: PrintedList; readonly pdf: Uint8Array }>(),
}

/** A layout as it is stored; one that an older program wrote and nobody can read any more is left out. */
export const storedLayout = layout
