import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../ipc/bridge.ts'
import { PrintWatermark } from '../../../shared/print/print-watermark.tsx'
import sheet from '../../../shared/print/sheet.module.css'
import { SheetTitle } from '../../../shared/print/sheet-title.tsx'
import { useLaidOut } from '../../../shared/print/use-laid-out.ts'
import { askedText, lengthText } from './asked-text.ts'
import classes from './customers.module.css'
import { CustomersTable } from './customers-table.tsx'

/** A list of customers as it goes on paper. The address names the print, or what a draft shows. */
export function PrintedCustomers() {
  const { t } = useTranslation()
  const address = new URLSearchParams(window.location.search)
  const printNo = address.get('print')
  const { data, isError } = useQuery({
    queryKey: ['lists.sheet', printNo],
    queryFn: () =>
      printNo === null
        ? call('lists.draftSheet', JSON.parse(address.get('shows') ?? ''))
        : call('lists.sheet', { printNo: Number(printNo) }),
  })
  useLaidOut(data !== undefined, isError)
  if (data === undefined) return null
  const { print, rows, shows, total } = data
  return (
    <main className={sheet.sheet}>
      <PrintWatermark print={print} />
      <SheetTitle {...data} />
      <p className={classes.asked}>
        {askedText(shows.asked, rows[0], t)} · {lengthText(total, rows.length, t)}
      </p>
      <CustomersTable rows={rows} columns={shows.columns} todayOn={print.asOf} />
    </main>
  )
}
