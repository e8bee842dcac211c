import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenLead } from '../../../../shared/domain/work/lead.ts'
import { PaperRows } from '../../../shared/print/paper-rows.tsx'
import { PaperStranger } from '../../../shared/print/paper-stranger.tsx'
import { PaperDue, PaperWork } from '../../../shared/print/paper-work.tsx'
import type { PaperTableProps } from '../../../shared/print/printed-list.tsx'
import { lastContactText } from '../../../shared/words/list-reason-text.ts'
import { shortDay } from '../../../ui/civil-dates.ts'
import { leadName } from '../lead-name.ts'

type Row = PaperTableProps<'leads'>['rows'][number]
type PaperColumn = 'work' | 'next' | 'owner' | 'contact' | 'note'

/** Leads on paper: who, where it stands, by when; phone or ticket stand with every name, and whose number it is by now. */
export function LeadsTable(props: PaperTableProps<'leads'>) {
  const { t } = useTranslation()
  const { rows, columns } = props
  const chosen = (['owner', 'contact', 'note'] as const).filter((column) => columns.includes(column))
  return (
    <PaperRows<Row, PaperColumn>
      rows={rows}
      columns={['work', 'next', ...chosen]}
      keyOf={({ uid }) => uid}
      personOf={(lead) => <PaperStranger {...lead} name={leadName(lead, t)} />}
      cellOf={(lead, column) => cellOf(lead, column, props, t)}
    />
  )
}

function cellOf(
  lead: Row,
  column: PaperColumn,
  { columns, todayOn }: PaperTableProps<'leads'>,
  t: TFunction,
): ReactNode {
  const { product, level, state, lostReason, nextOn, dueRule } = lead
  switch (column) {
    case 'work':
      return (
        <PaperWork
          product={product}
          level={level}
          remarks={[
            t(`leads.state.${state}`),
            columns.includes('lost') && lostReason !== null && t(`leads.lost.${lostReason}`),
          ]}
        />
      )
    case 'next':
      if (nextOn === null) return null
      if (!isOpenLead(state)) return shortDay(nextOn, t)
      return (
        <PaperDue nextOn={nextOn} todayOn={todayOn} dueRule={dueRule} saysWhy={columns.includes('moved')} />
      )
    case 'owner':
      return lead.ownerName
    case 'contact':
      return lastContactText(lead.lastContactOn, todayOn, t)
    case 'note':
      return lead.note
  }
}
