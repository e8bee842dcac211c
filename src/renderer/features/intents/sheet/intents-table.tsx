import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { levelToTreat, nextAction } from '../../../../shared/domain/work/intent.ts'
import { PaperPerson } from '../../../shared/print/paper-person.tsx'
import { PaperRows } from '../../../shared/print/paper-rows.tsx'
import { PaperDue, PaperWork } from '../../../shared/print/paper-work.tsx'
import type { PaperTableProps } from '../../../shared/print/printed-list.tsx'
import { decayNote } from '../../../shared/words/decay-note.ts'
import { lastContactText } from '../../../shared/words/list-reason-text.ts'

type Row = PaperTableProps<'intents'>['rows'][number]
type PaperColumn = 'work' | 'next' | 'owner' | 'contact'

/** Open intents on paper: who wants what, by when; tier, phone and customer number stand with every name. */
export function IntentsTable(props: PaperTableProps<'intents'>) {
  const { t } = useTranslation()
  const { rows, columns } = props
  const chosen = (['owner', 'contact'] as const).filter((column) => columns.includes(column))
  return (
    <PaperRows<Row, PaperColumn>
      rows={rows}
      columns={['work', 'next', ...chosen]}
      keyOf={({ intent }) => intent.uid}
      personOf={({ customer }) => <PaperPerson customer={customer} />}
      cellOf={(row, column) => cellOf(row, column, props, t)}
    />
  )
}

function cellOf(
  row: Row,
  column: PaperColumn,
  { columns, todayOn }: PaperTableProps<'intents'>,
  t: TFunction,
): ReactNode {
  const { intent, dueRule, lastContactOn, open } = row
  switch (column) {
    case 'work':
      return (
        <PaperWork
          product={intent.product}
          level={intent.currentLevel}
          remarks={[
            open &&
              columns.includes('action') &&
              t(`intents.action.${nextAction(levelToTreat(intent.currentLevel))}`),
            columns.includes('fading') && decayNote(intent, todayOn, t),
            columns.includes('signals') &&
              intent.signals.map((each) => t(`intents.signal.${each}`)).join(' '),
          ]}
        />
      )
    case 'next':
      if (!open) return t('lists.paper.ended')
      return (
        <PaperDue
          nextOn={intent.nextOn}
          todayOn={todayOn}
          dueRule={dueRule}
          saysWhy={columns.includes('moved')}
        />
      )
    case 'owner':
      return intent.ownerName
    case 'contact':
      return lastContactText(lastContactOn, todayOn, t)
  }
}
