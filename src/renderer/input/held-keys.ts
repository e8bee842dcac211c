interface HeldKey {
  readonly target: EventTarget
  readonly init: KeyboardEventInit
}

/**
 * Keys that are kept back for a moment, until it is clear whether a scanner or a finger struck them. Outside of fields a
 * single key acts: without this the first digit of a document would.
 */
export class HeldKeys {
  #held: HeldKey[] = []

  hold(event: KeyboardEvent): void {
    event.preventDefault()
    event.stopPropagation()
    const { key, code, keyCode, location, shiftKey, repeat } = event
    const init = {
      key,
      code,
      keyCode,
      location,
      shiftKey,
      repeat,
      bubbles: true,
      cancelable: true,
      composed: true,
    }
    this.#held.push({ target: event.target ?? window, init })
  }

  /** They were fingers: strikes them again, where they were struck. */
  giveBack(): void {
    const held = this.#held
    this.#held = []
    void strikeAgain(held)
  }

  /** They were a scanner's. */
  drop(): void {
    this.#held = []
  }
}

/** One after the other, each once the screen knows of the one before: the second key of a flag needs the first. */
async function strikeAgain(held: readonly HeldKey[]): Promise<void> {
  for (const { target, init } of held) {
    target.dispatchEvent(new KeyboardEvent('keydown', init))
    await Promise.resolve()
  }
}
