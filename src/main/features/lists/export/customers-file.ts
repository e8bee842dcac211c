import type { CustomerRow } from '../../../../shared/contract/customer-lists.ts'
import type { ListReason } from '../../../../shared/domain/customer/list-reason.ts'
import { CATALOGUES } from '../../../../shared/locale/index.ts'
import type { Language } from '../../../../shared/locale/languages.ts'
import { cellsOfDay, cellsOfPerson, headOfPerson, type ListFile } from './list-file.ts'

const FEN_PER_YUAN = 100

/** Lists of customers: who, why they are on it, each figure in its own cell, who looks after them, the last contact. */
export const customersFile: ListFile<CustomerRow> = {
  head(language) {
    const { file } = CATALOGUES[language].lists
    const reason = [file.reason, file.product, file.amount, file.on, file.days]
    return [...headOfPerson(language), ...reason, file.owner, file.lastContact]
  },
  cells(row, todayOn, language) {
    const [first] = row.reasons
    const reason = first === undefined ? ['', '', '', '', ''] : cellsOfReason(first, todayOn, language)
    const owner = row.ownerName ?? row.ownerNo ?? ''
    return [...cellsOfPerson(row, language), ...reason, owner, row.lastContactOn ?? '']
  },
  customerOf: ({ uid }) => uid,
}

/** Why, what about, how much (yuan), on which day, and in how many days. */
function cellsOfReason(reason: ListReason, todayOn: string, language: Language): readonly string[] {
  const { customers, intents } = CATALOGUES[language]
  if (reason.kind === 'intent') {
    const { product, level, nextOn } = reason
    return [intents.level[level], intents.product[product], '', ...cellsOfDay(nextOn, todayOn)]
  }
  const { kind, on, amountFen } = reason.finding
  const amount = amountFen === undefined ? '' : String(amountFen / FEN_PER_YUAN)
  return [customers.findingName[kind], '', amount, ...cellsOfDay(on, todayOn)]
}
