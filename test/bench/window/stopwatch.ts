import type { Page } from 'playwright-core'

const PATIENCE_MS = 60_000

/** What is watched: the text of everything that a selector finds, and what it was before the key. */
interface Watched {
  readonly selector: string
  readonly before: string
}

/** Milliseconds in the window itself, so that driving it from outside costs nothing. */
export interface Stopwatch {
  /** The text of everything that the selector finds now. */
  text(selector: string): Promise<string>
  /** From the next key press to the frame that shows another text than before. */
  untilPainted(watched: Watched, press: () => Promise<void>): Promise<number>
  /** One empty call through the router and one frame. */
  emptyCall(): Promise<number>
}

export async function stopwatchIn(page: Page): Promise<Stopwatch> {
  await page.evaluate(installStopwatch)
  return {
    text: (selector) => page.evaluate((query) => Reflect.get(window, 'textOf')(query), selector),
    untilPainted: async (watched, press) => {
      await page.evaluate((each) => Reflect.get(window, 'watchFor')(each), watched)
      await press()
      return Promise.race([page.evaluate(() => Reflect.get(window, 'painted')), patience(watched)])
    },
    emptyCall: () => page.evaluate(() => Reflect.get(window, 'emptyCall')()),
  }
}

/** A window that never changes ends the bench instead of keeping it. */
function patience({ selector }: Watched): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`nothing new in ${selector}`)), PATIENCE_MS).unref()
  })
}

/** Runs in the window. */
function installStopwatch(): void {
  const afterFrame = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
  const textOf = (selector: string): string =>
    Array.from(document.querySelectorAll(selector), (element) => element.textContent).join('\n')
  const watchFor = ({ selector, before }: Watched): void => {
    let pressedAt: number | null = null
    const note = (event: Event): void => {
      pressedAt ??= event.timeStamp
    }
    for (const kind of ['keydown', 'beforeinput'])
      window.addEventListener(kind, note, { capture: true, once: true })
    const painted = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const text = textOf(selector)
        if (pressedAt === null || text === '' || text === before) return
        observer.disconnect()
        const from = pressedAt
        void afterFrame().then((shownAt) => resolve(shownAt - from))
      })
      observer.observe(document, { subtree: true, childList: true, characterData: true })
    })
    Object.assign(window, { painted })
  }
  const emptyCall = async (): Promise<number> => {
    const askedAt = performance.now()
    await window.huiyan.call('session.whoami', {})
    return (await afterFrame()) - askedAt
  }
  Object.assign(window, { textOf, watchFor, emptyCall })
}
