import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import classes from './sheet.module.css'

/**
 * A customer in a row of paper: masked name and tier, then phone and customer number, which tell two people of one name
 * apart (F5).
 */
export function PaperPerson({ customer }: { readonly customer: CustomerLine }) {
  const { t } = useTranslation()
  return (
    <>
      <b>{customer.maskedName}</b>{' '}
      <span className={classes.tier}>{t(`customers.tier.${customer.tier}`)}</span>
      <div className={classes.phone}>{customer.maskedPhone ?? t('followups.noPhone')}</div>
      <div className={classes.small}>{customer.customerNo}</div>
    </>
  )
}
