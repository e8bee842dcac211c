import { useNavigation } from '../../router/navigation.tsx'

/** How a list of people and the person on the right go together: a window has one current customer. */
export interface RowPerson {
  /** Somebody else is on the right: no row is selected then, and no key acts on one until one is. */
  isAnother(customerUid: string | null | undefined): boolean
  /** Opens the row's own person. */
  open(customerUid: string): void
  /** A row was selected: whoever else is on the right goes. */
  select(customerUid: string | null): void
  /** The cursor went on from the row of somebody by itself. */
  leave(customerUid: string | null): void
}

export function useRowPerson(): RowPerson {
  const { customerUid: shownUid, choose, followRow } = useNavigation()
  const isAnother = (customerUid: string | null | undefined) =>
    shownUid !== null && shownUid !== (customerUid ?? null)
  return {
    isAnother,
    open: choose,
    select: (customerUid) => {
      if (isAnother(customerUid)) followRow()
    },
    leave: (customerUid) => {
      if (customerUid !== null) followRow(customerUid)
    },
  }
}
