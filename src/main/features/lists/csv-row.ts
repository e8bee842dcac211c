import type { CustomerRow } from '../../../shared/contract/customer-lists.ts'
import { daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import type { ListReason } from '../../../shared/domain/customer/list-reason.ts'
import { CATALOGUES } from '../../../shared/locale/index.ts'
import type { Language } from '../../../shared/locale/languages.ts'

const FEN_PER_YUAN = 100

/** The names of the columns. */
export function headOf(language: Language): string[] {
  const { file } = CATALOGUES[language].lists
  return [
    file.customerNo,
    file.name,
    file.phone,
    file.tier,
    file.reason,
    file.product,
    file.amount,
    file.on,
    file.days,
    file.owner,
    file.lastContact,
  ]
}

/** A person as a line of the file: what the list says, each figure in its own cell. */
export function rowOf(row: CustomerRow, todayOn: string, language: Language): string[] {
  const { tier } = CATALOGUES[language].customers
  const [first] = row.reasons
  return [
    row.customerNo,
    row.maskedName,
    row.maskedPhone ?? '',
    tier[row.tier],
    ...(first === undefined ? ['', '', '', '', ''] : cellsOf(first, todayOn, language)),
    row.ownerName ?? row.ownerNo ?? '',
    row.lastContactOn ?? '',
  ]
}

/** Why, what about, how much (yuan), on which day, and in how many days; a day that is past counts below zero. */
function cellsOf(reason: ListReason, todayOn: string, language: Language): string[] {
  const { customers, intents } = CATALOGUES[language]
  const daysTo = (on: string) => String(daysBetween(todayOn, on))
  if (reason.kind === 'intent') {
    const { product, level, nextOn } = reason
    return [intents.level[level], intents.product[product], '', nextOn, daysTo(nextOn)]
  }
  const { kind, on, amountFen } = reason.finding
  const amount = amountFen === undefined ? '' : String(amountFen / FEN_PER_YUAN)
  return [customers.findingName[kind], '', amount, on, daysTo(on)]
}
