import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../../app/bridge.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import classes from './sheet.module.css'
import { SheetTable } from './sheet-table.tsx'
import { SheetTitle } from './sheet-title.tsx'
import { Watermark } from './watermark.tsx'

/** What the window's title says to whoever waits to print it. */
const READY = 'sheet-ready'
const FAILED = 'sheet-failed'

/** The daily list as it goes on paper (F5). The address names the print; running head and foot are the printer's. */
export function PrintedSheet() {
  const printNo = Number(new URLSearchParams(window.location.search).get('print'))
  const { data: sheet, isError } = useQuery({
    queryKey: ['followups.sheet', printNo],
    queryFn: () => call('followups.sheet', { printNo }),
  })
  useEffect(() => {
    if (isError) document.title = FAILED
    if (sheet !== undefined) void announceWhenLaidOut()
  }, [sheet, isError])
  if (sheet === undefined) return null
  const { print } = sheet
  return (
    <main className={classes.sheet}>
      <Watermark text={`${print.printedByNo} ${shanghaiTime(print.printedAt)}`} />
      <SheetTitle sheet={sheet} />
      <SheetTable rows={sheet.rows} />
    </main>
  )
}

async function announceWhenLaidOut(): Promise<void> {
  await document.fonts.ready
  document.title = READY
}
