import type { CDPSession, Page } from 'playwright-core'

/** What browsers report for a key that an input method has taken. */
const TAKEN = { key: 'Process', windowsVirtualKeyCode: 229 } as const

/** A Chinese input method at work in a window: the engine's own composition, not an event made up by a script. */
export class InputMethod {
  readonly #devtools: CDPSession

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  static async at(window: Page): Promise<InputMethod> {
    return new InputMethod(await window.context().newCDPSession(window))
  }

  /** Letters typed so far, underlined in the field, as long as no candidate is chosen. */
  async compose(letters: string): Promise<void> {
    await this.#devtools.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    })
  }

  /** A key that the input method takes for itself: Enter for the letters as they are, Esc to drop them. */
  async press(code: string): Promise<void> {
    await this.#devtools.send('Input.dispatchKeyEvent', { ...TAKEN, code, type: 'rawKeyDown' })
    await this.#devtools.send('Input.dispatchKeyEvent', { ...TAKEN, code, type: 'keyUp' })
  }

  /** The candidate that was chosen takes the letters' place. */
  async commit(text: string): Promise<void> {
    await this.#devtools.send('Input.insertText', { text })
  }
}
