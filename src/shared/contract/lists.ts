import { z } from 'zod'
import { LIST_COLUMNS, type ListName, type PaperListName } from '../domain/branch/list-columns.ts'
import { COUNTER } from '../domain/branch/roles.ts'
import { LANGUAGES } from '../locale/languages.ts'
import { CUSTOMER_SORTS, type CustomerRow, customerListRequest, type ListTotal } from './customer-lists.ts'
import { type DraftList, FOLLOWUP_SORTS, followups, type PrintedList } from './followups.ts'
import { INTENT_SORTS, type IntentRow, intents } from './intents.ts'
import { LEAD_SORTS, type LeadRow, leads } from './leads.ts'
import { command, query, shellTask } from './operation.ts'
import { REFERRAL_SORTS, type ReferralRow, referrals } from './referrals.ts'

/** The columns of each list that somebody chose. */
const columnsOf = {
  customers: z.array(z.enum(LIST_COLUMNS.customers)).max(LIST_COLUMNS.customers.length),
  intents: z.array(z.enum(LIST_COLUMNS.intents)).max(LIST_COLUMNS.intents.length),
  leads: z.array(z.enum(LIST_COLUMNS.leads)).max(LIST_COLUMNS.leads.length),
  referrals: z.array(z.enum(LIST_COLUMNS.referrals)).max(LIST_COLUMNS.referrals.length),
  followups: z.array(z.enum(LIST_COLUMNS.followups)).max(LIST_COLUMNS.followups.length),
}
const reversed = z.boolean()

/** How somebody laid a list out: the columns they see, and by what it was sorted last. */
const layout = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('customers'),
    columns: columnsOf.customers,
    sort: z.enum(CUSTOMER_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('intents'),
    columns: columnsOf.intents,
    sort: z.enum(INTENT_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('leads'),
    columns: columnsOf.leads,
    sort: z.enum(LEAD_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('referrals'),
    columns: columnsOf.referrals,
    sort: z.enum(REFERRAL_SORTS),
    reversed,
  }),
  z.strictObject({
    list: z.literal('followups'),
    columns: columnsOf.followups,
    sort: z.enum(FOLLOWUP_SORTS),
    reversed,
  }),
])
export type ListLayout = z.output<typeof layout>
export type LayoutOf<List extends ListName> = Extract<ListLayout, { readonly list: List }>

const wholeList = { cursor: true, limit: true } as const

/** What each list may be asked for, without its pages. */
const askedOf = {
  customers: customerListRequest,
  intents: intents.list.input.omit(wholeList),
  leads: leads.list.input.omit(wholeList),
  referrals: referrals.list.input.omit({ limit: true }),
}

/** A list with its filter and order, whole: what its screen asks for without the pages. */
export const listRequest = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('customers'), asked: askedOf.customers }),
  z.strictObject({ list: z.literal('intents'), asked: askedOf.intents }),
  z.strictObject({ list: z.literal('leads'), asked: askedOf.leads }),
  z.strictObject({ list: z.literal('referrals'), asked: askedOf.referrals }),
  z.strictObject({ list: z.literal('followups'), asked: followups.list.input }),
])
export type ListRequest = z.output<typeof listRequest>

/** A list as it goes on paper: which rows, in which order, in which columns beside the name. */
export const listOnPaper = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('customers'), asked: askedOf.customers, columns: columnsOf.customers }),
  z.strictObject({ list: z.literal('intents'), asked: askedOf.intents, columns: columnsOf.intents }),
  z.strictObject({ list: z.literal('leads'), asked: askedOf.leads, columns: columnsOf.leads }),
  z.strictObject({ list: z.literal('referrals'), asked: askedOf.referrals, columns: columnsOf.referrals }),
])
export type ListOnPaper = z.output<typeof listOnPaper>
export type OnPaper<List extends PaperListName> = Extract<ListOnPaper, { readonly list: List }>

const inLanguage = { language: z.enum(LANGUAGES).default('zh-CN') }

/** An intent of a list on paper. On a print it may have been closed since. */
export interface PaperIntent extends IntentRow {
  readonly open: boolean
}

interface PaperRows {
  readonly customers: CustomerRow
  readonly intents: PaperIntent
  readonly leads: LeadRow
  readonly referrals: ReferralRow
}
export type PaperRowOf<List extends PaperListName> = PaperRows[List]

interface Content<List extends PaperListName> {
  readonly list: List
  readonly shows: OnPaper<List>
  /** Of the whole list, of which the paper holds the first. Of work, so many rows. */
  readonly total: ListTotal
  readonly rows: readonly PaperRowOf<List>[]
}

/** What stands on a printed list; its rows are those of the print as they are now, or on a draft those of now. */
export type ListContent = { [List in PaperListName]: Content<List> }[PaperListName]
export type ContentOf<List extends PaperListName> = Extract<ListContent, { readonly list: List }>

/** A list on paper with its head. */
export type ListSheet = ListContent & {
  readonly print: PrintedList | DraftList
  readonly branchName: string
  readonly demo: boolean
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
  /** A list as it would go on paper now, without a number. A command, as `followups.draftList` is. */
  draftSheet: command('lists.draftSheet', COUNTER, listOnPaper).returns<ListSheet>(),
  /** Numbers a list and keeps who stands on it. Printing is `lists.print`, which calls this first. */
  freezeSheet: command('lists.freezeSheet', COUNTER, listOnPaper).returns<PrintedList>(),
  /** A command, as `followups.sheet` is. */
  sheet: command('lists.sheet', COUNTER, z.strictObject({ printNo: z.int().min(1) })).returns<ListSheet>(),
  /** Renders a draft to look at, as `followups.preview` does. */
  preview: shellTask(
    'lists.preview',
    COUNTER,
    z.strictObject({ shows: listOnPaper, ...inLanguage }),
  ).returns<{ readonly list: DraftList; readonly pdf: Uint8Array }>(),
  /** Freezes, renders and keeps a list, as `followups.print` does a daily one. */
  print: shellTask('lists.print', COUNTER, z.strictObject({ shows: listOnPaper, ...inLanguage })).returns<{
    readonly list: PrintedList
    readonly pdf: Uint8Array
  }>(),
}

/** A layout as it is stored; one that an older program wrote and nobody can read any more is left out. */
export const storedLayout = layout
