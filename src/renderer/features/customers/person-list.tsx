import type { CustomerLine } from '../../../shared/contract/customers.ts'
import { useNavigation } from '../../router/navigation.tsx'
import { PersonLine } from '../../shared/person/person-line.tsx'
import { RowList } from '../../ui/row-list.tsx'

const ROW_HEIGHT = 38

/** People in a list; the one opened last stays marked. */
export function PersonList(props: {
  readonly label: string
  readonly lines: readonly CustomerLine[]
  onEndNear?(): void
  readonly takesFocus: 'always' | 'if-free'
}) {
  const { choose, customerUid } = useNavigation()
  return (
    <RowList
      {...props}
      rows={props.lines}
      rowHeight={ROW_HEIGHT}
      keyOf={(line) => line.uid}
      isOpen={(line) => line.uid === customerUid}
      render={(line) => <PersonLine line={line} />}
      onOpen={(line) => choose(line.uid)}
    />
  )
}
