import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { phoneEntriesText } from '../../../../shared/domain/customer/phone-entries.ts'
import { cleanText } from '../../../../shared/domain/imports/cleaning.ts'
import type { CustomerRow } from '../../../../shared/domain/imports/import-rows.ts'
import {
  type IdentityNumber,
  isDoubtful,
  readIdNumber,
} from '../../../../shared/domain/text/identity-number.ts'
import { readPhoneCell } from '../../../../shared/domain/text/phone-cell.ts'

type Typed = Pick<ParsedInputOf<'imports.enter'>, 'customerNo' | 'name' | 'phone' | 'idNumber'>

/**
 * What was typed as the row that an extract would have brought. Typed by a person who can look again, so a wrong phone or
 * check digit is refused here, where an import keeps it and marks it.
 * @throws AppError `imports.phoneWrong`, `imports.idWrong`
 */
export function enteredRow({ customerNo, name, phone, idNumber }: Typed): CustomerRow {
  const id = idNumber === null ? null : idOf(idNumber)
  const resident = id?.kind === 'resident' ? id : null
  return {
    ...NOTHING_ELSE,
    line: 1,
    key: cleanText(customerNo),
    name: cleanText(name),
    birthOn: resident?.birthOn ?? null,
    sex: resident?.sex ?? null,
    idNumber: id?.number ?? null,
    idChecked: resident?.checked ?? false,
    ...(phone === null ? { phone: null, phoneEntries: null } : phoneOf(phone)),
  }
}

function idOf(text: string): IdentityNumber {
  const id = readIdNumber(text)
  if (isDoubtful(id)) throw new AppError('imports.idWrong')
  return id
}

function phoneOf(text: string): Pick<CustomerRow, 'phone' | 'phoneEntries'> {
  const read = readPhoneCell(text)
  if (!read.ok || read.unread) throw new AppError('imports.phoneWrong')
  return { phone: read.entries[0].number, phoneEntries: phoneEntriesText(read.entries) }
}

/** What nobody is asked at the counter. */
const NOTHING_ELSE = {
  occupation: null,
  employer: null,
  industry: null,
  address: null,
  housing: null,
  incomeFen: null,
  marriage: null,
  education: null,
  family: null,
  riskGrade: null,
  riskAssessedOn: null,
  riskExpiresOn: null,
  channelPreference: null,
  hobbies: null,
  leaning: null,
  householdNo: null,
  ownerStaffNo: null,
} as const
