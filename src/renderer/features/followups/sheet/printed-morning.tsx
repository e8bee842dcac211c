import { useQuery } from '@tanstack/react-query'
import { call } from '../../../app/bridge.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import { MorningPerson } from './morning-person.tsx'
import classes from './sheet.module.css'
import { SheetTitle } from './sheet-title.tsx'
import { useLaidOut } from './use-laid-out.ts'
import { Watermark } from './watermark.tsx'

/** The morning sheet 晨会单 as it goes on paper: the branch's day, person by person. */
export function PrintedMorning() {
  const printNo = Number(new URLSearchParams(window.location.search).get('print'))
  const { data: sheet, isError } = useQuery({
    queryKey: ['followups.morningSheet', printNo],
    queryFn: () => call('followups.morningSheet', { printNo }),
  })
  useLaidOut(sheet !== undefined, isError)
  if (sheet === undefined) return null
  const { print, parts } = sheet
  return (
    <main className={classes.sheet}>
      <Watermark text={`${print.printedByNo} ${shanghaiTime(print.printedAt)}`} />
      <SheetTitle {...sheet} />
      {parts.map((part) => (
        <MorningPerson key={part.no} part={part} asOf={print.asOf} />
      ))}
    </main>
  )
}
