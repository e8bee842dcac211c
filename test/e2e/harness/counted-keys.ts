import type { Page } from 'playwright-core'

/** A keyboard that counts: every key that a person would press, one by one. */
export class CountedKeys {
  readonly #window: Page
  #count = 0

  constructor(window: Page) {
    this.#window = window
  }

  get count(): number {
    return this.#count
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#count += 1
      await this.#window.keyboard.press(key)
    }
  }
}
