import type { BranchSettings } from '../branch/settings.ts'
import { civilDateAt } from '../calendar/civil-date.ts'
import { isWorking, type WorkingCalendar } from '../calendar/working-days.ts'
import { CHANCE_DAYS, type GuessLimits, isGuessing, type TriedOnDay } from './guesses.ts'

/** Ways of seeing a person that the audit knows (P2). */
export const ACCESS_KINDS = ['view', 'reveal', 'print', 'export'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/** How each audited action shows people. Actions that are not listed change something and show nobody. */
export const ACCESS_OF_ACTION = {
  'customers.open': 'view',
  'customers.comparePair': 'view',
  'followups.findRow': 'view',
  'customers.reveal': 'reveal',
  'followups.freezeList': 'print',
  'followups.freezeMorning': 'print',
  'followups.recordReprint': 'print',
  'followups.sendToPrinter': 'print',
  'followups.savePdf': 'export',
  'consents.export': 'export',
  'imports.takeRejects': 'export',
  'imports.saveRejects': 'export',
  'lists.export': 'export',
  'lists.freezeSheet': 'print',
} as const satisfies Readonly<Record<string, AccessKind>>

/** Actions that only read, which is no business with the customer. An opened panel shows its prompts by itself. */
const READS_ONLY: readonly string[] = [
  'prompts.show',
  'followups.sheet',
  'followups.morningSheet',
  'followups.draftList',
  'followups.draftMorning',
  'lists.sheet',
  'lists.draftSheet',
  'maintenance.findCustomer',
]

export function accessOf(action: string): AccessKind | null {
  return Object.hasOwn(ACCESS_OF_ACTION, action)
    ? ACCESS_OF_ACTION[action as keyof typeof ACCESS_OF_ACTION]
    : null
}

/** Actions that only view. Whoever did anything else with a customer had business with them. */
export const VIEW_ACTIONS: readonly string[] = [...Object.keys(ACCESS_OF_ACTION), ...READS_ONLY]

/** From these numbers on, viewing is unusual (P2). The branch's settings hold them. */
export interface UnusualFrom extends GuessLimits {
  /** People seen on a day without a visit, a contact, a flag or own work about them. */
  readonly unusualPeople: number
  /** … and their share of all people seen, so that a busy day alone is not unusual. */
  readonly unusualSharePercent: number
  readonly unusualOutsideHours: number
  /** Days on which one person was seen again, without business, among the last so many. */
  readonly unusualRepeatedDays: number
  readonly unusualWithinDays: number
  readonly unusualReveals: number
  /** As a multiple of the median of the colleagues' reveals that day. */
  readonly unusualRevealsTimes: number
}

/** What one member of the staff looked at on a day. */
export interface AccessDay {
  readonly staffNo: string
  readonly people: number
  readonly peopleWithoutBusiness: number
  /** Views before opening, after closing or on a day off, as the instants they were made at. */
  readonly outsideHoursAt: readonly number[]
  /** People seen without business on several of the days that are looked back. */
  readonly repeated: readonly { readonly customerUid: string; readonly days: number }[]
  readonly reveals: number
  /** Searches that led to nobody; null where there were none. */
  readonly tried: TriedOnDay | null
}

/** Something to ask a member of staff about, and why. It accuses nobody: there may be a good answer. */
export type Question = { readonly staffNo: string } & (
  | { readonly kind: 'cap'; readonly people: number; readonly cap: number }
  | { readonly kind: 'without-business'; readonly people: number; readonly of: number }
  | {
      readonly kind: 'outside-hours'
      readonly views: number
      readonly firstAt: number
      readonly lastAt: number
    }
  | {
      readonly kind: 'repeated'
      readonly customerUid: string
      readonly days: number
      readonly within: number
    }
  | { readonly kind: 'reveals'; readonly reveals: number; readonly usual: number }
  | {
      readonly kind: 'guesses'
      readonly guesses: number
      /** The most within an hour. */
      readonly numbers: number
      readonly names: number
      /** How many in ten thousand of the hidden numbers were tried within so many days. */
      readonly chance: number
      readonly within: number
    }
)

/** What a head might ask about after a day (P2), by member of staff. */
export function questionsFor(days: readonly AccessDay[], viewCap: number, from: UnusualFrom): Question[] {
  return days.flatMap((day) => {
    const others = days.filter(({ staffNo }) => staffNo !== day.staffNo)
    return questionsAbout(day, viewCap, middleOf(others.map(({ reveals }) => reveals)), from)
  })
}

function questionsAbout(day: AccessDay, cap: number, usual: number, from: UnusualFrom): Question[] {
  const { staffNo, people, peopleWithoutBusiness, outsideHoursAt, reveals, tried } = day
  const found: Question[] = []
  if (people >= cap) found.push({ staffNo, kind: 'cap', people, cap })
  if (
    peopleWithoutBusiness >= from.unusualPeople &&
    peopleWithoutBusiness * 100 >= people * from.unusualSharePercent
  ) {
    found.push({ staffNo, kind: 'without-business', people: peopleWithoutBusiness, of: people })
  }
  if (outsideHoursAt.length >= from.unusualOutsideHours) {
    const firstAt = Math.min(...outsideHoursAt)
    const lastAt = Math.max(...outsideHoursAt)
    found.push({ staffNo, kind: 'outside-hours', views: outsideHoursAt.length, firstAt, lastAt })
  }
  for (const { customerUid, days } of day.repeated) {
    if (days < from.unusualRepeatedDays) continue
    found.push({ staffNo, kind: 'repeated', customerUid, days, within: from.unusualWithinDays })
  }
  if (reveals >= from.unusualReveals && reveals >= usual * from.unusualRevealsTimes) {
    found.push({ staffNo, kind: 'reveals', reveals, usual })
  }
  if (tried !== null) {
    const { guesses, numbersAnHour: numbers, namesAnHour: names, chance } = tried
    if (isGuessing({ numbers, names, chance, lastNumberAt: null, lastNameAt: null }, from)) {
      found.push({ staffNo, kind: 'guesses', guesses, numbers, names, chance, within: CHANCE_DAYS })
    }
  }
  return found
}

/** The median, the lower of two middle numbers; 0 of an empty list. */
function middleOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** Whether the branch works at an instant: on a working day, between opening and closing. */
export function isWorkingTime(
  atMs: number,
  { workFrom, workTo }: Pick<BranchSettings, 'workFrom' | 'workTo'>,
  calendar: WorkingCalendar,
): boolean {
  const time = new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)
  return isWorking(calendar, civilDateAt(atMs)) && time >= workFrom && time < workTo
}
