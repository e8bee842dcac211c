import { useQuery } from '@tanstack/react-query'
import { call } from '../../../ipc/bridge.ts'
import { PrintWatermark } from './print-watermark.tsx'
import classes from './sheet.module.css'
import { SheetTable } from './sheet-table.tsx'
import { SheetTitle } from './sheet-title.tsx'
import { useLaidOut } from './use-laid-out.ts'

/** The daily list as it goes on paper (F5). The address names the print; running head and foot are the printer's. */
export function PrintedSheet() {
  const printNo = Number(new URLSearchParams(window.location.search).get('print'))
  const { data: sheet, isError } = useQuery({
    queryKey: ['followups.sheet', printNo],
    queryFn: () => call('followups.sheet', { printNo }),
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
