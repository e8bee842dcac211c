import { z } from 'zod'
import { EVERYONE } from '../domain/branch/roles.ts'
import type { ProductCode } from '../domain/customer/products.ts'
import type { NoticeKind } from '../domain/work/notice.ts'
import { LANGUAGES } from '../locale/languages.ts'
import type { CustomerLine } from './customers.ts'
import { command, query, shellTask } from './operation.ts'

/** Who and what a notice is about, as it stands now. */
export interface NoticeSubject {
  readonly customer: CustomerLine
  readonly product: ProductCode
  /** By which day something is to be done. */
  readonly byOn: string | null
  /** By which instant (UTC ms), where a clock is running. */
  readonly byAt: number | null
}

export interface NoticeRow {
  readonly uid: string
  readonly kind: NoticeKind
  readonly onDate: string
  readonly createdAt: number
  readonly seen: boolean
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  /** Null for a stranger, and where the notice opens a screen. */
  readonly subject: NoticeSubject | null
}

/** As far as a list of notices is read; what is older is of no use to anyone (our own default). */
export const MOST_NOTICES = 1_000

export interface NoticeList {
  readonly unseen: number
  /** Seen or not, however many of them are in the rows. */
  readonly total: number
  readonly rows: readonly NoticeRow[]
}

/** What the signed-in person is told without asking (F4). */
export const notices = {
  list: query(
    'notices.list',
    EVERYONE,
    z.strictObject({ limit: z.int().min(1).max(MOST_NOTICES).default(50) }),
    {
      reads: ['notice', 'intent', 'referral', 'customer', 'customer_facts'],
    },
  ).returns<NoticeList>(),
  /** Marks notices as seen; all of them where `uids` is null. */
  see: command(
    'notices.see',
    EVERYONE,
    z.strictObject({ uids: z.array(z.uuid()).max(MOST_NOTICES).nullable().default(null) }),
  ).returns<{ readonly seen: number }>(),
  /** 服务中: holds notifications back until it is switched off. Null asks how it stands. */
  serving: shellTask(
    'notices.serving',
    EVERYONE,
    z.strictObject({ on: z.boolean().nullable().default(null) }),
  ).returns<{ readonly on: boolean }>(),
  /** In which language the system's own notifications and the tray speak. */
  speak: shellTask(
    'notices.speak',
    EVERYONE,
    z.strictObject({ language: z.enum(LANGUAGES) }),
  ).returns<null>(),
}
