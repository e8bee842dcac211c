import {
  CUSTOMER_FIELDS,
  type CustomerField,
  type SourcedField,
} from '../../../../shared/contract/customers.ts'
import {
  CLASS_OF_FIELD,
  type FieldClass,
  type PersonalField,
  type RevealGroup,
} from '../../../../shared/domain/field-access.ts'
import {
  maskAddress,
  maskEmployer,
  maskIdNumber,
  maskName,
  maskPhone,
} from '../../../../shared/domain/masking.ts'
import type { CustomerRecord } from '../../../engine/schema.ts'

/** Where a field of the panel stands in a record; null where the record does not say. */
const TEXT_OF: Record<CustomerField, (record: CustomerRecord) => string | null> = {
  name: (record) => record.name,
  birthOn: (record) => record.birth_on,
  sex: (record) => (record.sex === 'unknown' ? null : record.sex),
  phone: (record) => record.phone,
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

/** The panel's names of fields that the access rules know under another. */
const RULED_AS = {
  industry: 'trade',
  risk: 'riskAppetite',
  leaning: 'riskAppetite',
} as const satisfies Partial<Record<CustomerField, PersonalField>>

/** The class that the access rules give a field (JR/T 0171-2020). */
function classOf(field: CustomerField): FieldClass {
  const ruled = field === 'industry' || field === 'risk' || field === 'leaning' ? RULED_AS[field] : field
  return CLASS_OF_FIELD[ruled]
}

type Mask = (text: string) => string

/** The fields that leave the engine masked. */
const MASKS: Partial<Record<CustomerField, Mask>> = {
  name: maskName,
  phone: maskPhone,
  idNumber: maskIdNumber,
  address: maskAddress,
  employer: maskEmployer,
}

/** What one reveal opens. */
const OPENED_BY: Record<RevealGroup, readonly CustomerField[]> = {
  name: ['name'],
  phone: ['phone'],
  id: ['idNumber'],
  address: ['address', 'employer'],
  all: ['name', 'phone', 'idNumber', 'address', 'employer'],
}

/**
 * The fields of a person as anyone may see them (C1, C2): masked where the rules say so, each with where it comes from.
 * A field that the first record lacks is taken from the next one that has it.
 */
export function maskedFields(records: readonly CustomerRecord[]): SourcedField[] {
  return CUSTOMER_FIELDS.flatMap((field) => sourcedField(field, records, MASKS[field]) ?? [])
}

/** The fields of one group in the clear: only for a reveal that is being recorded (P2). */
export function clearFields(records: readonly CustomerRecord[], group: RevealGroup): SourcedField[] {
  return OPENED_BY[group].flatMap((field) => sourcedField(field, records, undefined) ?? [])
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
      class: classOf(field),
      masked: mask !== undefined,
      source: record.source,
      asOf: record.as_of,
    }
  }
  return null
}

/** `C3 2025-03-01/2027-02-28`: the grade and the days from and to which the assessment holds (C2). */
function riskText(record: CustomerRecord): string | null {
  if (record.risk_grade === null) return null
  const days = [record.risk_assessed_on, record.risk_expires_on]
  return days.some((day) => day !== null)
    ? `${record.risk_grade} ${days.map((day) => day ?? '').join('/')}`
    : record.risk_grade
}
