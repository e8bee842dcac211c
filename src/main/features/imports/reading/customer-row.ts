import { IMPORT_FIELDS } from '../../../../shared/domain/import-fields.ts'
import type { CustomerRow } from '../../../../shared/domain/import-rows.ts'
import type { FieldBinder } from './field-readers.ts'
import { given, type RowReader } from './row-reader.ts'

/** An ID number that its check digit vouches for also tells birth date and sex where the extract does not. */
export function customers(bind: FieldBinder): RowReader<CustomerRow> {
  const spec = IMPORT_FIELDS.customers
  const key = bind.key('key')
  const name = bind.name('name')
  const birthOn = bind.date('birthOn')
  const sex = bind.code('sex', spec.sex)
  const idNumber = bind.idNumber('idNumber')
  const phone = bind.phone('phone')
  const occupation = bind.text('occupation')
  const employer = bind.text('employer')
  const industry = bind.text('industry')
  const address = bind.text('address')
  const housing = bind.text('housing')
  const income = bind.money('income')
  const marriage = bind.text('marriage')
  const education = bind.text('education')
  const family = bind.text('family')
  const riskGrade = bind.code('riskGrade', spec.riskGrade)
  const riskAssessedOn = bind.date('riskAssessedOn')
  const riskExpiresOn = bind.date('riskExpiresOn')
  const channelPreference = bind.code('channelPreference', spec.channelPreference)
  const hobbies = bind.text('hobbies')
  const leaning = bind.text('leaning')
  const householdNo = bind.key('householdNo')
  const ownerStaffNo = bind.key('ownerStaffNo')
  return (fields, line, issues) => {
    const id = idNumber(fields, issues)
    const vouched = id?.kind === 'resident' && id.checked ? id : null
    return {
      line,
      key: given(key(fields, issues)),
      name: given(name(fields, issues)),
      birthOn: birthOn(fields, issues) ?? vouched?.birthOn ?? null,
      sex: sex(fields, issues) ?? vouched?.sex ?? null,
      idNumber: id?.number ?? null,
      idChecked: vouched !== null,
      phone: phone(fields, issues),
      occupation: occupation(fields, issues),
      employer: employer(fields, issues),
      industry: industry(fields, issues),
      address: address(fields, issues),
      housing: housing(fields, issues),
      incomeFen: income(fields, issues),
      marriage: marriage(fields, issues),
      education: education(fields, issues),
      family: family(fields, issues),
      riskGrade: riskGrade(fields, issues),
      riskAssessedOn: riskAssessedOn(fields, issues),
      riskExpiresOn: riskExpiresOn(fields, issues),
      channelPreference: channelPreference(fields, issues),
      hobbies: hobbies(fields, issues),
      leaning: leaning(fields, issues),
      householdNo: householdNo(fields, issues),
      ownerStaffNo: ownerStaffNo(fields, issues),
    }
  }
}
