import { useQuery } from '@tanstack/react-query'
import { call } from '../../../ipc/bridge.ts'
import { PrintWatermark } from '../../../shared/print/print-watermark.tsx'
import classes from '../../../shared/print/sheet.module.css'
import { SheetTitle } from '../../../shared/print/sheet-title.tsx'
import { useLaidOut } from '../../../shared/print/use-laid-out.ts'
import { MorningPerson } from './morning-person.tsx'

/** The morning sheet 晨会单 as it goes on paper: the branch's day, person by person. */
export function PrintedMorning() {
  const address = new URLSearchParams(window.location.search)
  const printNo = address.get('print')
  const { data: sheet, isError } = useQuery({
    queryKey: ['followups.morningSheet', printNo],
    queryFn: () =>
      printNo === null
        ? call('followups.draftMorning', {})
        : call('followups.morningSheet', { printNo: Number(printNo) }),
  })
  useLaidOut(sheet !== undefined, isError)
  if (sheet === undefined) return null
  const { print, parts } = sheet
  return (
    <main className={classes.sheet}>
      <PrintWatermark print={print} />
      <SheetTitle {...sheet} />
      {parts.map((part) => (
        <MorningPerson key={part.no} part={part} asOf={print.asOf} />
      ))}
    </main>
  )
}
