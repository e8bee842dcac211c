import { useQuery } from '@tanstack/react-query'
import { call } from '../../../app/bridge.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import classes from './sheet.module.css'
import { SheetTable } from './sheet-table.tsx'
import { SheetTitle } from './sheet-title.tsx'
import { useLaidOut } from './use-laid-out.ts'
import { Watermark } from './watermark.tsx'

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
      <Watermark text={`${print.printedByNo} ${shanghaiTime(print.printedAt)}`} />
      <SheetTitle {...sheet} />
      <SheetTable rows={sheet.rows} />
    </main>
  )
}
