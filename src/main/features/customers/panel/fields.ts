import type { SourcedField } from '../../../../shared/contract/customers.ts'
import {
  CLASS_OF_FIELD,
  CUSTOMER_FIELDS,
  type CustomerField,
  fieldsOpenedBy,
  isMaskedField,
  type MaskedField,
  type RevealGroup,
} from '../../../../shared/domain/customer/field-access.ts'
import {
  furtherPhonesText,
  maskFurtherPhones,
  readPhoneEntries,
} from '../../../../shared/domain/customer/phone-entries.ts'
import {
  maskAddress,
  maskEmployer,
  maskFact,
  maskFreeText,
  maskIdNumber,
  maskName,
  maskPhone,
} from '../../../../shared/domain/text/masking.ts'
import type { CustomerRecord } from '../../../engine/schema.ts'

/** Where a field of the panel stands in a record; null where the record does not say. */
const TEXT_OF: Record<CustomerField, (record: CustomerRecord) => string | null> = {
  name: (record) => record.name,
  birthOn: (record) => record.birth_on,
  sex: (record) => (record.sex === 'unknown' ? null : record.sex),
  phone: (record) => record.phone,
  furtherPhones: (record) => furtherPhonesText(readPhoneEntries(record.phone_entries)),
  idNumber: (record) => record.id_number,
  occupation: (record) => record.occupation,
  employer: (record) => record.employer,
  industry: (record) => record.industry,
  address: (record) => record.address,
  housing: (record) => record.housing,
  income: (record) => (record.income_fen === null ? null : String(record.income_fen)),
  marriage: (record) => record.marriage,
  education: (record) => record.education,
  family: (record) => record.family,
  risk: riskText,
  channelPreference: (record) => record.channel_preference,
  hobbies: (record) => record.hobbies,
  leaning: (record) => record.leaning,
}

type Mask = (text: string) => string

/** How each masked field looks; which fields those are is the access rules' to say. */
const MASKS: Record<MaskedField, Mask> = {
  name: maskName,
  phone: maskPhone,
  furtherPhones: maskFurtherPhones,
  idNumber: maskIdNumber,
  address: maskAddress,
  employer: maskEmployer,
  housing: maskFact,
  income: maskFact,
  marriage: maskFact,
  education: maskFact,
  family: maskFact,
  hobbies: maskFact,
}

/** Written by hand and shown: a number or the person's own name may stand in it. */
const FREE_TEXT: readonly CustomerField[] = ['leaning']

/**
 * The fields of a person as anyone may see them (C1, C2): masked where the rules say so, each with where it comes from.
 * A field that the first record lacks is taken from the next one that has it.
 */
export function maskedFields(records: readonly CustomerRecord[]): SourcedField[] {
  const names = records.map((record) => record.name)
  return CUSTOMER_FIELDS.flatMap((field) => {
    const shown = sourcedField(field, records, isMaskedField(field) ? MASKS[field] : undefined)
    if (shown === null) return []
    return FREE_TEXT.includes(field) ? { ...shown, text: maskFreeText(shown.text, names) } : shown
  })
}

/** The fields of one group in the clear: only for a reveal that is being recorded (P2). */
export function clearFields(records: readonly CustomerRecord[], group: RevealGroup): SourcedField[] {
  return fieldsOpenedBy(group).flatMap((field) => sourcedField(field, records, undefined) ?? [])
}

function sourcedField(
  field: CustomerField,
  records: readonly CustomerRecord[],
  mask: Mask | undefined,
): SourcedField | null {
  for (const record of records) {
    const text = TEXT_OF[field](record)
    if (text === null || text === '') continue
    return {
      field,
      text: mask === undefined ? text : mask(text),
      class: CLASS_OF_FIELD[field],
      masked: mask !== undefined,
      source: record.source,
      asOf: record.as_of,
    }
  }
  return null
}

/** `<grade> 2025-03-01/2027-02-28`: the grade and the days from and to which the assessment holds (C2). */
function riskText(record: CustomerRecord): string | null {
  if (record.risk_grade === null) return null
  const days = [record.risk_assessed_on, record.risk_expires_on]
  return days.some((day) => day !== null)
    ? `${record.risk_grade} ${days.map((day) => day ?? '').join('/')}`
    : record.risk_grade
}
