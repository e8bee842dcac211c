import { z } from 'zod'
import { BUSINESSES } from './visit.ts'

/** What a message about an arrival may tell, each under a name that the machine's maker chose. */
export const ARRIVAL_FIELDS = ['ticket', 'business', 'idNumber', 'cardNumber', 'phone', 'customerNo'] as const
export type ArrivalField = (typeof ARRIVAL_FIELDS)[number]

/** Names a place in a message: `ticket`, `data.card.no`, `rows.0.id`; empty where the machine does not tell it. */
const fieldPath = z.string().trim().max(100)
const fieldPaths = z.strictObject({
  ticket: fieldPath,
  business: fieldPath,
  idNumber: fieldPath,
  cardNumber: fieldPath,
  phone: fieldPath,
  customerNo: fieldPath,
})
export type FieldPaths = z.infer<typeof fieldPaths>

const businessWords = z
  .array(z.strictObject({ word: z.string().trim().min(1).max(40), business: z.enum(BUSINESSES) }))
  .max(60)
export type BusinessWords = z.infer<typeof businessWords>

/** How a machine's messages are read. */
export const arrivalMappingSchema = z.strictObject({ fields: fieldPaths, words: businessWords })
export type ArrivalMapping = z.infer<typeof arrivalMappingSchema>

/** A keyboard wedge: an ID reader, a barcode or QR scanner that types what it reads. */
export const wedgeSettingsSchema = arrivalMappingSchema.extend({ on: z.boolean() })
export type WedgeSettings = z.infer<typeof wedgeSettingsSchema>

export const LONGEST_REPEAT_SECONDS = 600

/** A reader whose service on this PC offers a WebSocket. */
export const readerSettingsSchema = arrivalMappingSchema.extend({
  on: z.boolean(),
  url: z
    .string()
    .trim()
    .max(200)
    .refine((text) => localSocketUrl(text) !== null, { message: 'arrivals.notLocal' }),
  /** What is sent when connected, for services that start to send only then, or answer only when asked; empty for none. */
  greeting: z.string().max(500),
  /**
   * Seconds after which it is sent again, for services that answer only when asked; it is sent again after each answer
   * too. 0 sends it once.
   */
  repeatSeconds: z.int().min(0).max(LONGEST_REPEAT_SECONDS).default(0),
})
export type ReaderSettings = z.infer<typeof readerSettingsSchema>

/** A folder into which a queue machine writes small files. Which folder, only the main process knows. */
export const folderSettingsSchema = arrivalMappingSchema.extend({ on: z.boolean() })
export type FolderSettings = z.infer<typeof folderSettingsSchema>

/** What this PC's sources are set to, as it is kept beside the data. */
export const arrivalSettingsSchema = z.strictObject({
  version: z.literal(1),
  wedge: wedgeSettingsSchema,
  reader: readerSettingsSchema,
  folder: folderSettingsSchema.extend({ path: z.string().max(1_000).nullable() }),
})
export type ArrivalSettings = z.infer<typeof arrivalSettingsSchema>

/** The words of queue machines for what somebody comes for; a word that is in no table counts as `other`. */
const DEFAULT_WORDS: BusinessWords = [
  { word: '现金', business: 'cash' },
  { word: '存取款', business: 'cash' },
  { word: '转账', business: 'transfer' },
  { word: '汇款', business: 'transfer' },
  { word: '开户', business: 'account' },
  { word: '银行卡', business: 'card' },
  { word: '理财', business: 'wealth' },
  { word: '贷款', business: 'loan' },
  { word: '外汇', business: 'fx' },
  { word: '咨询', business: 'enquiry' },
]

const DEFAULT_FIELDS: FieldPaths = {
  ticket: 'ticket',
  business: 'business',
  idNumber: 'idNumber',
  cardNumber: 'cardNumber',
  phone: 'phone',
  customerNo: 'customerNo',
}

const DEFAULT_MAPPING = { fields: DEFAULT_FIELDS, words: DEFAULT_WORDS } as const

/** All sources are off until the branch switches them on. */
export const DEFAULT_ARRIVAL_SETTINGS: ArrivalSettings = {
  version: 1,
  wedge: { ...DEFAULT_MAPPING, on: false },
  reader: { ...DEFAULT_MAPPING, on: false, url: 'ws://127.0.0.1:9000/', greeting: '', repeatSeconds: 0 },
  folder: { ...DEFAULT_MAPPING, on: false, path: null },
}

const THIS_PC = ['127.0.0.1', '[::1]', 'localhost']

/**
 * The address of a WebSocket on this PC in its plain form; null for any other PC, protocol or a name and password in
 * the address. A reader reports who is in the lobby, so only a reader on this PC is accepted.
 */
export function localSocketUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const local = url.protocol === 'ws:' && THIS_PC.includes(url.hostname)
  return local && url.username === '' && url.password === '' && url.hash === '' ? url.href : null
}
