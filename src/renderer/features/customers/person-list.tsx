import type { CustomerLine } from '../../../shared/contract/customers.ts'
import { PersonLine } from '../../shared/person/person-line.tsx'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { RowList } from '../../ui/row-list.tsx'

const ROW_HEIGHT = 38

/** People in a list; the selected row is the person on the right, or nobody is. */
export function PersonList(props: {
  readonly label: string
  readonly lines: readonly CustomerLine[]
  onEndNear?(): void
  readonly takesFocus: 'always' | 'if-free'
}) {
  const person = useRowPerson()
  return (
    <RowList
      {...props}
      rows={props.lines}
      rowHeight={ROW_HEIGHT}
      keyOf={(line) => line.uid}
      isAnother={(line) => person.isAnother(line.uid)}
      render={(line) => <PersonLine line={line} />}
      onSelect={(line) => person.select(line.uid)}
      onOpen={(line) => person.open(line.uid)}
    />
  )
}
