import type { Customer360 } from '../../../shared/contract/customers.ts'

/** What tells one customer from all others without showing who they are to bystanders. */
export interface Named {
  readonly maskedName: string
  readonly maskedPhone: string | null
  readonly customerNo: string
}

/** The digits of a masked phone that are left at its end. */
const PHONE_TAIL = 4

/**
 * A customer as everything that writes names them, dialogs, messages and bars alike: `赵** ·7489 · C0001234`.
 * Two people of one name differ in the tail of the phone, and always in the customer number.
 */
export function whoText({ maskedName, maskedPhone, customerNo }: Named): string {
  const tail = maskedPhone === null ? '' : ` ·${maskedPhone.slice(-PHONE_TAIL)}`
  return `${maskedName}${tail} · ${customerNo}`
}

/** The open person, named as a line of a list names them. */
export function namedOf({ fields, customerNo }: Pick<Customer360, 'fields' | 'customerNo'>): Named {
  const shown = (field: 'name' | 'phone') => fields.find((each) => each.field === field)?.text
  return { maskedName: shown('name') ?? '', maskedPhone: shown('phone') ?? null, customerNo }
}

/** A stranger has no number: the name they gave, and the end of their phone or their ticket. */
export function strangerText(name: string, maskedPhone: string | null, ticket: string | null = null): string {
  if (maskedPhone !== null) return `${name} ·${maskedPhone.slice(-PHONE_TAIL)}`
  return ticket === null ? name : `${name} · ${ticket}`
}
