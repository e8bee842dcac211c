import { useTranslation } from 'react-i18next'
import type { MorningPart, Occasion, SheetRow } from '../../../../shared/contract/followups.ts'
import { daysBetween } from '../../../../shared/domain/calendar/civil-date.ts'
import { PaperPerson } from '../../../shared/print/paper-person.tsx'
import { PaperTable } from '../../../shared/print/paper-table.tsx'
import sheet from '../../../shared/print/sheet.module.css'
import { shortDay } from '../../../ui/civil-dates.ts'
import classes from './morning.module.css'
import { RowBarcode } from './row-barcode.tsx'

const COLUMNS = ['row', 'customer', 'intent', 'due', 'last', 'barcode'] as const

/** One person's morning: how much, what, and which customers have a day worth a word. */
export function MorningPerson({ part, asOf }: { readonly part: MorningPart; readonly asOf: string }) {
  const { t } = useTranslation()
  const { name, no, role, load, referralsWaiting, rows, occasions } = part
  const overdue = rows.filter(({ line }) => line.group === 'overdue').length
  return (
    <section className={classes.person}>
      <header className={classes.head}>
        <b>{t('followups.morning.person', { name, no, role: t(`app.role.${role}`) })}</b>
        <span>
          {t('followups.morning.figures', {
            overdue,
            today: rows.length - overdue,
            load,
            waiting: referralsWaiting,
          })}
        </span>
      </header>
      {rows.length === 0 && <p className={classes.nothing}>{t('followups.morning.nothing')}</p>}
      {rows.length > 0 && <Rows rows={rows} asOf={asOf} />}
      {occasions.length > 0 && (
        <p className={classes.occasions}>
          {t('followups.morning.occasions')}
          {occasions.map((occasion) => (
            <OccasionText key={`${occasion.kind} ${occasion.customer.uid}`} {...occasion} />
          ))}
        </p>
      )}
    </section>
  )
}

function OccasionText({ kind, on, customer }: Occasion) {
  const { t } = useTranslation()
  return (
    <span>
      {t(`followups.morning.${kind}`, {
        name: customer.maskedName,
        no: customer.customerNo,
        tier: t(`customers.tier.${customer.tier}`),
        day: shortDay(on, t),
      })}
    </span>
  )
}

function Rows({ rows, asOf }: { readonly rows: readonly SheetRow[]; readonly asOf: string }) {
  const { t } = useTranslation()
  return (
    <PaperTable
      columns={COLUMNS}
      widths={classes}
      className={classes.table}
      wordOf={(column) => t(`followups.morning.column.${column}`)}
    >
      <tbody>
        {rows.map((row) => (
          <Row key={row.row} {...row} asOf={asOf} />
        ))}
      </tbody>
    </PaperTable>
  )
}

function Row({ row, barcode, line, asOf }: SheetRow & { readonly asOf: string }) {
  const { t } = useTranslation()
  const { customer, intent, dueRule, lastContactOn, group } = line
  return (
    <tr className={sheet.entry}>
      <td className={sheet.number}>{row}</td>
      <td>
        <PaperPerson customer={customer} />
      </td>
      <td>
        {t(`intents.product.${intent.product}`)} · {t(`intents.level.${intent.currentLevel}`)}
      </td>
      <td>
        {shortDay(intent.nextOn, t)}
        {dueRule?.published === false && <div>{t('followups.unpublished')}</div>}
        {group === 'overdue' && (
          <b className={classes.late}>
            {t('followups.morning.days', { count: Math.max(1, daysBetween(intent.nextOn, asOf)) })}
          </b>
        )}
      </td>
      <td>{lastContactOn === null ? '—' : lastContactOn.slice(5)}</td>
      <td>
        <RowBarcode text={barcode} />
      </td>
    </tr>
  )
}
