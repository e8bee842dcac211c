import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import type { Customer360, CustomerField, CustomerLine } from '../../../shared/contract/customers.ts'

/** So many fit below the box without scrolling. */
const MOST_RECENT = 8

type Remember = (line: CustomerLine) => void

const RecentContext = createContext<readonly CustomerLine[]>([])
/** Apart from whom it remembers: the person who has just been opened is not drawn again for it. */
const RememberContext = createContext<Remember>(() => undefined)

/** Remembers whom the signed-in person opened, masked, in memory only: it is gone with the session (P2). */
export function RecentPeople({ children }: { readonly children: ReactNode }) {
  const [people, setPeople] = useState<readonly CustomerLine[]>([])
  const remember = useCallback<Remember>(
    (line) =>
      setPeople((before) => [line, ...before.filter(({ uid }) => uid !== line.uid)].slice(0, MOST_RECENT)),
    [],
  )
  return (
    <RememberContext value={remember}>
      <RecentContext value={people}>{children}</RecentContext>
    </RememberContext>
  )
}

/** Whom the signed-in person opened last, the latest first. */
export function useRecentPeople(): readonly CustomerLine[] {
  return useContext(RecentContext)
}

/** Remembers who is open. */
export function useRemembered(customer: Customer360): void {
  const remember = useContext(RememberContext)
  useEffect(() => remember(lineOf(customer)), [customer, remember])
}

/** The panel's person as a line of a list; what was revealed is never part of it. */
function lineOf(customer: Customer360): CustomerLine {
  const text = (wanted: CustomerField) => customer.fields.find(({ field }) => field === wanted)?.text ?? null
  const sex = text('sex')
  return {
    uid: customer.uid,
    maskedName: text('name') ?? '',
    maskedPhone: text('phone'),
    customerNo: customer.customerNo,
    idTail: tailOf(text('idNumber')),
    birthYear: null,
    sex: sex === 'male' || sex === 'female' ? sex : 'unknown',
    tier: customer.tier,
    value: customer.value,
    matched: null,
  }
}

/** What the mask leaves of the end of an identity number. */
function tailOf(masked: string | null): string | null {
  const tail = masked?.replace(/^.*\*/, '') ?? ''
  return tail === '' ? null : tail
}
