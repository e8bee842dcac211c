import { useTranslation } from 'react-i18next'
import type { SheetRow } from '../../../../shared/contract/followups.ts'
import { OUTCOMES } from '../../../../shared/domain/work/contact.ts'
import { FOLLOWUP_GROUPS, type FollowupGroup } from '../../../../shared/domain/work/followup-order.ts'
import { levelToTreat, nextAction } from '../../../../shared/domain/work/intent.ts'
import { PaperPerson } from '../../../shared/print/paper-person.tsx'
import { PaperTable } from '../../../shared/print/paper-table.tsx'
import classes from '../../../shared/print/sheet.module.css'
import { movedReason } from '../../../shared/words/moved-reason.ts'
import { shortDay } from '../../../ui/civil-dates.ts'
import { RowBarcode } from './row-barcode.tsx'

const COLUMNS = ['row', 'customer', 'intent', 'next', 'last', 'outcome', 'barcode'] as const

/** The table itself: a line a group, rows that are never split. */
export function SheetTable({ rows }: { readonly rows: readonly SheetRow[] }) {
  const { t } = useTranslation()
  return (
    <PaperTable columns={COLUMNS} widths={classes} wordOf={(column) => t(`followups.sheet.column.${column}`)}>
      {sheetGroups(rows).map((group) => (
        <Group key={group.group} {...group} />
      ))}
    </PaperTable>
  )
}

function Group({ group, rows }: SheetGroup) {
  const { t } = useTranslation()
  return (
    <tbody>
      <tr className={classes.group}>
        <th colSpan={COLUMNS.length} scope="rowgroup">
          {t(`followups.group.${group}`)} · {t('followups.sheet.people', { count: rows.length })}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.row} {...row} />
      ))}
    </tbody>
  )
}

function Row({ row, barcode, line }: SheetRow) {
  const { t } = useTranslation()
  const { customer, intent, dueRule, lastContactOn } = line
  const moved = dueRule === null ? null : movedReason(dueRule, t)
  const level = intent.currentLevel
  return (
    <tr className={classes.entry}>
      <td className={classes.number}>{row}</td>
      <td>
        <PaperPerson customer={customer} />
      </td>
      <td>
        <b>
          {t(`intents.product.${intent.product}`)} · {t(`intents.level.${level}`)}
        </b>
        <div className={classes.small}>{t(`intents.action.${nextAction(levelToTreat(level))}`)}</div>
      </td>
      <td>
        {shortDay(intent.nextOn, t)}
        {moved !== null && <div className={classes.small}>{moved}</div>}
        {dueRule?.published === false && <div className={classes.small}>{t('followups.unpublished')}</div>}
      </td>
      <td>{lastContactOn === null ? '—' : lastContactOn.slice(5)}</td>
      <td>
        <div className={classes.outcomes}>
          {OUTCOMES.map((outcome) => (
            <span key={outcome}>
              <i /> {t(`followups.outcome.${outcome}`)}
            </span>
          ))}
          <span className={classes.blank}>{t('followups.sheet.nextByHand')}</span>
        </div>
      </td>
      <td>
        <RowBarcode text={barcode} />
      </td>
    </tr>
  )
}

interface SheetGroup {
  readonly group: FollowupGroup
  readonly rows: readonly SheetRow[]
}

/** The groups that have rows, in the list's order, each with its rows as they were numbered. */
export function sheetGroups(rows: readonly SheetRow[]): readonly SheetGroup[] {
  return FOLLOWUP_GROUPS.map((group) => ({
    group,
    rows: rows.filter((row) => row.line.group === group),
  })).filter(({ rows: found }) => found.length > 0)
}
