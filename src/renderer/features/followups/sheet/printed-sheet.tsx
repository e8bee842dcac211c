import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../app/bridge.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import classes from './sheet.module.css'
import { SheetTable } from './sheet-table.tsx'
import { SheetTitle } from './sheet-title.tsx'
import { useLaidOut } from './use-laid-out.ts'
import { Watermark } from './watermark.tsx'

/** The daily list as it goes on paper (F5). The address names the print; running head and foot are the printer's. */
export function PrintedSheet() {
  const { t } = useTranslation()
  const address = new URLSearchParams(window.location.search)
  const printNo = Number(address.get('print'))
  const reprintedBy = address.get('by')
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
      <Watermark
        text={
          reprintedBy === null
            ? `${print.printedByNo} ${shanghaiTime(print.printedAt)}`
            : t('followups.sheet.again', {
                staff: reprintedBy,
                at: shanghaiTime(Number(address.get('at'))),
              })
        }
      />
      <SheetTitle sheet={sheet} />
      <SheetTable rows={sheet.rows} />
    </main>
  )
}
