import type { CustomerLine } from '../../../../shared/contract/customer-line.ts'
import { daysBetween } from '../../../../shared/domain/calendar/civil-date.ts'
import { CATALOGUES } from '../../../../shared/locale/index.ts'
import type { Language } from '../../../../shared/locale/languages.ts'

/** A list as a file has it: the names of its columns, and what each row says under them. */
export interface ListFile<Row> {
  head(language: Language): readonly string[]
  cells(row: Row, todayOn: string, language: Language): readonly string[]
  /** The customer in a row, whom the audit names; null for a stranger. */
  customerOf(row: Row): string | null
}

/** Customer number, name, phone and tier, as every list of customers begins. */
export function headOfPerson(language: Language): readonly string[] {
  const { file } = CATALOGUES[language].lists
  return [file.customerNo, file.name, file.phone, file.tier]
}

/** The cells under `headOfPerson`. */
export function cellsOfPerson(customer: CustomerLine, language: Language): readonly string[] {
  const { customerNo, maskedName, maskedPhone, tier } = customer
  return [customerNo, maskedName, maskedPhone ?? '', CATALOGUES[language].customers.tier[tier]]
}

/** A stranger called as the screen calls them; the words hold a place for the surname. */
export function strangerName(words: string, surname: string): string {
  return words.replace('{{surname}}', surname)
}

/** A day and how many days it is from today, below zero where it is past; two empty cells where there is no day. */
export function cellsOfDay(on: string | null, todayOn: string): readonly string[] {
  return on === null ? ['', ''] : [on, String(daysBetween(todayOn, on))]
}
