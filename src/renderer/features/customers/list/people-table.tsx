import type { CustomerRow, ListTotal } from '../../../../shared/contract/customer-lists.ts'
import type { ColumnOf } from '../../../../shared/domain/branch/list-columns.ts'
import { useSequence } from '../../../router/sequence.tsx'
import { useRowPerson } from '../../../shared/person/use-row-person.ts'
import { RowList } from '../../../ui/row-list.tsx'
import { type Order, PeopleHead } from './people-head.tsx'
import { PeopleRow } from './people-row.tsx'
import classes from './people-table.module.css'

/** Two lines of a row beside an open person. */
const ROW_HEIGHT = 40

/** People in a list below the heads of its columns; the selected row is the person on the right, or nobody is. */
export function PeopleTable(props: {
  readonly label: string
  readonly lines: readonly CustomerRow[]
  readonly total: ListTotal | null
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly order: Order | null
  onOrder?(order: Order): void
  onEndNear?(): void
  readonly takesFocus: 'unless-typing' | 'if-free'
}) {
  const { label, lines, total, columns, order, onOrder, onEndNear, takesFocus } = props
  const person = useRowPerson()
  const follow = useSequence(
    lines.map(({ uid }) => uid),
    total === null || total.orMore ? null : total.people,
  )
  return (
    <div className={classes.table}>
      <PeopleHead columns={columns} order={order} {...(onOrder === undefined ? {} : { onOrder })} />
      <RowList
        label={label}
        rows={lines}
        rowHeight={ROW_HEIGHT}
        takesFocus={takesFocus}
        follow={follow}
        keyOf={(line) => line.uid}
        isAnother={(line) => person.isAnother(line.uid)}
        render={(line) => <PeopleRow row={line} columns={columns} />}
        onSelect={(line) => person.select(line.uid)}
        onOpen={(line) => person.open(line.uid)}
        {...(onEndNear === undefined ? {} : { onEndNear })}
      />
    </div>
  )
}
