import { useTranslation } from 'react-i18next'
import type { DailySheet, ListKind } from '../../../shared/contract/followups.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import classes from './sheet.module.css'

const HEADINGS: Readonly<Record<ListKind, string>> = {
  daily: 'followups.sheet.title',
  morning: 'followups.morning.title',
  customers: 'followups.prints.kinds.customers',
  intents: 'followups.prints.kinds.intents',
  leads: 'followups.prints.kinds.leads',
  referrals: 'followups.prints.kinds.referrals',
}

/** Whose rows are people; one of a list of work may stand on it twice. */
function ofPeople(kind: ListKind): boolean {
  return kind === 'daily' || kind === 'morning' || kind === 'customers'
}

/** The block above the table of the first page: what this is, whose, of which day, and until when it may exist. */
export function SheetTitle(props: {
  readonly print: DailySheet['print']
  readonly branchName: string
  readonly demo: boolean
}) {
  const { t } = useTranslation()
  const { print, branchName, demo } = props
  const facts = [
    // A morning sheet is the whole branch's.
    ...(print.kind === 'daily' ? ([['owner', `${print.ownerName} ${print.ownerNo}`]] as const) : []),
    ['asOf', `${print.asOf.slice(0, 5)}${shortDay(print.asOf, t)}`],
    ['rows', t(`followups.sheet.${ofPeople(print.kind) ? 'people' : 'rows'}`, { count: print.rowCount })],
    ['printNo', print.printNo === null ? t('followups.print.draft') : String(print.printNo)],
    ['printedBy', `${print.printedByNo} · ${shanghaiTime(print.printedAt)}`],
    ['shredBy', print.shredBy],
  ] as const
  return (
    <header className={classes.title}>
      <div>
        <h1>{t(HEADINGS[print.kind])}</h1>
        <p>
          {branchName}
          {demo && <strong className={classes.demo}>{t('followups.sheet.demo')}</strong>}
        </p>
      </div>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`followups.sheet.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
