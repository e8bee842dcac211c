import { type KeyboardEvent, useState } from 'react'
import type { ProductCode } from '../../../../shared/domain/customer/products.ts'
import { type IntentLevel, type Signal, suggestLevel } from '../../../../shared/domain/work/intent.ts'
import type { CallError } from '../../../ipc/call-error.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { isPlainKey } from '../../../ui/composition.ts'
import { padKey } from '../../keys/pad-keys.ts'
import { useProductLetters } from '../../keys/product-letters.ts'
import { useFlagToast } from './use-flag-toast.ts'

export interface FlagPadState {
  /** The branch's key for each product. */
  readonly letters: string
  readonly product: ProductCode | null
  readonly signals: readonly Signal[]
  /** The level that the signals speak for; the teller's own choice stands above it. */
  readonly suggested: IntentLevel | null
  readonly busy: boolean
  readonly error: CallError | null
  chooseProduct(product: ProductCode): void
  /** Somebody said yes to a prompt: its product is filled in, and the level is one more key. */
  offer(product: ProductCode | null): void
  /** The pad is being offered after a prompt: it says which key comes next. */
  readonly offered: boolean
  toggleSignal(signal: Signal): void
  /** Saves the flag at once: two keys, and no further question. */
  flag(level: IntentLevel): void
  /** For the element in which the pad's letters count. Keys for an input, or out of a dialog above it, are not taken. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** What becomes of a flag, for whoever waits for it. */
interface FlagSteps {
  onFlagging(): void
  onFlagged(): void
  onFailed(): void
}

/** The state of a flag pad for one person. */
export function useFlagPad(customerUid: string, steps: FlagSteps): FlagPadState {
  const [product, setProduct] = useState<ProductCode | null>(null)
  const [offered, setOffered] = useState(false)
  const [signals, setSignals] = useState<readonly Signal[]>([])
  const command = useCommand('intents.flag')
  const letters = useProductLetters()
  const announce = useFlagToast()

  const toggleSignal = (signal: Signal) =>
    setSignals((chosen) =>
      chosen.includes(signal) ? chosen.filter((each) => each !== signal) : [...chosen, signal],
    )
  const flag = (level: IntentLevel) => {
    if (product === null || command.isPending) return
    steps.onFlagging()
    command.mutate(
      { customerUid, product, level, signals: [...signals] },
      {
        onSuccess: (flagged) => {
          setProduct(null)
          setSignals([])
          setOffered(false)
          steps.onFlagged()
          announce(flagged)
        },
        onError: steps.onFailed,
      },
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isForPad(event)) return
    const key = padKey(event.nativeEvent.code, letters)
    if (key === null) return
    event.preventDefault()
    if (key.kind === 'product') setProduct(key.product)
    else if (key.kind === 'level') flag(key.level)
    else toggleSignal(key.signal)
  }
  return {
    letters,
    product,
    signals,
    suggested: signals.length === 0 ? null : suggestLevel(signals),
    busy: command.isPending,
    error: command.error,
    offered,
    chooseProduct: setProduct,
    offer: (wanted) => {
      setProduct(wanted)
      setOffered(true)
    },
    toggleSignal,
    flag,
    onKeyDown,
  }
}

/** React hands events of a dialog to the element that opened it; those are not the pad's. */
function isForPad(event: KeyboardEvent<HTMLElement>): boolean {
  const { target } = event
  if (!isPlainKey(event)) return false
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return false
  return target.closest('input, textarea, select, [contenteditable="true"]') === null
}
