import type { TFunction } from 'i18next'
import type { CustomerRow } from '../../../../shared/contract/customer-lists.ts'

/** Year of birth and tail of the identity document, as far as they are known. */
export function bornText(
  { birthYear, idTail }: Pick<CustomerRow, 'birthYear' | 'idTail'>,
  t: TFunction,
): string {
  return [
    birthYear === null ? null : t('customers.bornIn', { year: birthYear }),
    idTail === null ? null : t('customers.idTail', { tail: idTail }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
