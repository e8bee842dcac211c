import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperPerson } from '../../../shared/print/paper-person.tsx'
import { PaperRows } from '../../../shared/print/paper-rows.tsx'
import { PaperStranger } from '../../../shared/print/paper-stranger.tsx'
import { PaperWork } from '../../../shared/print/paper-work.tsx'
import type { PaperTableProps } from '../../../shared/print/printed-list.tsx'
import sheet from '../../../shared/print/sheet.module.css'
import { lastContactText } from '../../../shared/words/list-reason-text.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import { clockText } from '../referral-line.tsx'
import { subjectName } from '../subject-text.ts'

type Row = PaperTableProps<'referrals'>['rows'][number]
type PaperColumn = 'work' | 'between' | 'contact' | 'why'

/** Referrals on paper: about whom, between whom and how far; phone and customer number or ticket stand with every name. */
export function ReferralsTable(props: PaperTableProps<'referrals'>) {
  const { t } = useTranslation()
  const { rows, columns } = props
  const shows = (...of: typeof columns) => of.some((column) => columns.includes(column))
  const chosen: readonly PaperColumn[] = [
    ...(shows('between', 'offered') ? (['between'] as const) : []),
    ...(shows('contact') ? (['contact'] as const) : []),
    ...(shows('reason', 'outcome') ? (['why'] as const) : []),
  ]
  return (
    <PaperRows<Row, PaperColumn>
      rows={rows}
      columns={['work', ...chosen]}
      keyOf={({ uid }) => uid}
      personOf={({ subject }) =>
        subject.kind === 'customer' ? (
          <PaperPerson customer={subject.customer} />
        ) : (
          <PaperStranger {...subject} name={subjectName(subject, t)} />
        )
      }
      cellOf={(row, column) => cellOf(row, column, props, t)}
    />
  )
}

function cellOf(
  row: Row,
  column: PaperColumn,
  { columns, todayOn }: PaperTableProps<'referrals'>,
  t: TFunction,
): ReactNode {
  const { product, level, state, credited } = row
  switch (column) {
    case 'work': {
      const how = clockText(row, t) ?? `${credited ? '✓ ' : ''}${t(`referrals.state.${state}`)}`
      return <PaperWork product={product} level={level} remarks={[how]} />
    }
    case 'between':
      return (
        <>
          {columns.includes('between') && t('referrals.fromTo', { from: row.fromName, to: row.toName })}
          {columns.includes('offered') && (
            <div className={sheet.small}>{shanghaiTime(row.offeredAt).slice(5)}</div>
          )}
        </>
      )
    case 'contact':
      return row.subject.kind === 'customer' && lastContactText(row.lastContactOn, todayOn, t)
    case 'why':
      return (
        <>
          {columns.includes('reason') && row.reason}
          {columns.includes('outcome') && <div className={sheet.small}>{row.outcomeNote}</div>}
        </>
      )
  }
}
