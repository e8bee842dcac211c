import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListSheet, PaperRowOf } from '../../../shared/contract/lists.ts'
import type { ColumnOf, PaperListName } from '../../../shared/domain/branch/list-columns.ts'
import { call } from '../../ipc/bridge.ts'
import { askedText, lengthText } from './asked-text.ts'
import { PrintWatermark } from './print-watermark.tsx'
import sheet from './sheet.module.css'
import { SheetTitle } from './sheet-title.tsx'
import { useLaidOut } from './use-laid-out.ts'

/** The rows of one list on paper. */
export interface PaperTableProps<List extends PaperListName> {
  readonly rows: readonly PaperRowOf<List>[]
  readonly columns: readonly ColumnOf<List>[]
  readonly todayOn: string
}

/** How each list stands on paper. */
export type PaperTables = {
  readonly [List in PaperListName]: ComponentType<PaperTableProps<List>>
}

/** A list as it goes on paper. The address names the print, or what a draft shows. */
export function PrintedList({ tables }: { readonly tables: PaperTables }) {
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
  return (
    <main className={sheet.sheet}>
      <PrintWatermark print={data.print} />
      <SheetTitle {...data} />
      <p className={sheet.asked}>
        {askedText(data, t)} · {lengthText(data, t)}
      </p>
      {tableOf(tables, data)}
    </main>
  )
}

function tableOf(tables: PaperTables, data: ListSheet): ReactNode {
  const todayOn = data.print.asOf
  switch (data.list) {
    case 'customers':
      return <tables.customers rows={data.rows} columns={data.shows.columns} todayOn={todayOn} />
    case 'intents':
      return <tables.intents rows={data.rows} columns={data.shows.columns} todayOn={todayOn} />
    case 'leads':
      return <tables.leads rows={data.rows} columns={data.shows.columns} todayOn={todayOn} />
    case 'referrals':
      return <tables.referrals rows={data.rows} columns={data.shows.columns} todayOn={todayOn} />
  }
}
