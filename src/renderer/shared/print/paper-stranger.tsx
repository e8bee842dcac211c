import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import classes from './sheet.module.css'

/**
 * A stranger in a row of paper: surname and title, then phone or ticket, and where they turned out to be a customer the
 * masked name and customer number.
 */
export function PaperStranger(props: {
  readonly name: string
  readonly maskedPhone: string | null
  readonly ticket: string | null
  readonly customer?: CustomerLine | null
}) {
  const { t } = useTranslation()
  const { name, maskedPhone, ticket, customer = null } = props
  return (
    <>
      <b>{name}</b> {customer === null && <span className={classes.tier}>{t('referrals.stranger')}</span>}
      <div className={classes.phone}>{maskedPhone ?? t('followups.noPhone')}</div>
      {ticket !== null && <div className={classes.small}>{t('leads.ticket', { ticket })}</div>}
      {customer !== null && (
        <div className={classes.small}>
          → {customer.maskedName} {customer.customerNo}
        </div>
      )}
    </>
  )
}
