import { useQuery } from '@tanstack/react-query'
import { call } from '../../../ipc/bridge.ts'
import { PrintWatermark } from '../../../shared/print/print-watermark.tsx'
import classes from '../../../shared/print/sheet.module.css'
import { SheetTitle } from '../../../shared/print/sheet-title.tsx'
import { useLaidOut } from '../../../shared/print/use-laid-out.ts'
import { SheetTable } from './sheet-table.tsx'

/** The daily list as it goes on paper (F5). The address names the print, or whose draft it is; running head and foot are the printer's. */
export function PrintedSheet() {
  const address = new URLSearchParams(window.location.search)
  const printNo = address.get('print')
  const { data: sheet, isError } = useQuery({
    queryKey: ['followups.sheet', printNo],
    queryFn: () =>
      printNo === null
        ? call('followups.draftList', { ownerNo: address.get('owner'), asOf: address.get('asOf') })
        : call('followups.sheet', { printNo: Number(printNo) }),
  })
  useLaidOut(sheet !== undefined, isError)
  if (sheet === undefined) return null
  const { print } = sheet
  return (
    <main className={classes.sheet}>
      <PrintWatermark print={print} />
      <SheetTitle {...sheet} />
      <SheetTable rows={sheet.rows} />
    </main>
  )
}
