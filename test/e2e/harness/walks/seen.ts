import type { Page } from 'playwright-core'

/** What the window shows of whom the next key is about, read as text at the moment when the key is struck. */
export interface Seen {
  /** The title of the dialog that is open, or the words of the question. */
  readonly layer: string | null
  /** The head of the open person. */
  readonly panel: string | null
  /** The selected row of the list in the middle. */
  readonly row: string | null
  /** Who is named in the bar below the lobby. */
  readonly bar: string | null
  /** The answer that is selected in a box. */
  readonly answer: string | null
  readonly notices: string
  /** Where the focus is. */
  readonly focus: Place
}

export type Place = 'nothing' | 'box' | 'layer' | 'panel' | 'list' | 'elsewhere'

/** Puts a reader of the screen into the window that looks whenever a key is struck, before anybody obeys it. */
export function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const text = (element: Element | null | undefined) =>
      element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : null
    const last = (found: NodeListOf<HTMLElement>) => found.item(found.length - 1)
    const openLayer = () =>
      last(document.querySelectorAll<HTMLElement>('[aria-modal="true"], [data-question]'))
    const words = (layer: HTMLElement | null) => {
      if (layer === null) return null
      const title = layer.querySelector('h2')
      if (title !== null) return text(title)
      const asked = [...layer.querySelectorAll('input')].map((input) => input.placeholder)
      return [layer.getAttribute('aria-label'), ...asked, text(layer)].join(' ')
    }
    const place = (): Place => {
      const at = document.activeElement
      if (at === null || at === document.body) return 'nothing'
      if (openLayer()?.contains(at) === true) return 'layer'
      if (at.closest('header') !== null && at.closest('aside') === null) return 'box'
      if (at.closest('aside') !== null) return 'panel'
      return at.closest('[role="listbox"]') === null ? 'elsewhere' : 'list'
    }
    const look = (): Seen => ({
      layer: words(openLayer()),
      panel: text(document.querySelector('aside section[tabindex="-1"] header')),
      row: text(document.querySelector('main [role="option"][aria-selected="true"]')),
      bar: text(document.querySelector('main [data-current]')),
      answer: text(document.querySelector('[data-combobox-selected]')),
      notices: [...document.querySelectorAll('[role="status"], [role="alert"]')].map(text).join(' | '),
      focus: place(),
    })
    Reflect.set(globalThis, 'seenNow', look)
    window.addEventListener('keydown', () => Reflect.set(globalThis, 'seenAtKey', look()), { capture: true })
  })
}

/** What was to be seen when the last key was struck, and what is to be seen once the window has painted what it did. */
export function seenByKey(page: Page): Promise<{ readonly atKey: Seen; readonly now: Seen }> {
  return page.evaluate(async () => {
    const look: () => Seen = Reflect.get(globalThis, 'seenNow')
    const until = performance.now() + 1_000
    // A list that is still being read takes the focus when it is there.
    do await new Promise(requestAnimationFrame)
    while (look().focus === 'nothing' && performance.now() < until)
    const atKey: Seen = Reflect.get(globalThis, 'seenAtKey')
    return { atKey, now: look() }
  })
}
