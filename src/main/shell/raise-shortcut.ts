import { globalShortcut } from 'electron'

/** The keys that raise the counter strip from any program. */
export class RaiseShortcut {
  readonly #raise: () => void
  #keys: string | null = null

  constructor(raise: () => void) {
    this.#raise = raise
  }

  /** Whether keys are held at all: another program may have had them first. */
  get held(): boolean {
    return this.#keys !== null
  }

  /** Takes these keys in place of the last ones; false where another program has them, and then the last ones stay. */
  take(keys: string): boolean {
    if (keys === this.#keys) return true
    if (!globalShortcut.register(keys, this.#raise)) return false
    if (this.#keys !== null) globalShortcut.unregister(this.#keys)
    this.#keys = keys
    return true
  }
}
