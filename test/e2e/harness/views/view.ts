import type { Page } from 'playwright-core'

/** Something that a user can have before them, by a name that can also be a file's. */
export interface View {
  readonly name: string
  readonly window: Page
  /** It lies over a screen or is a step of one, and is no screen itself. */
  readonly over?: true
}

export type AccessEntry = (view: View) => Promise<void>

/** Nothing is loading any more, and nothing is on its way to its place. */
export async function settled(window: Page): Promise<void> {
  await window.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.getAnimations().every(
        ({ playState, effect }) =>
          playState !== 'running' ||
          // What turns or blinks for ever is at its place.
          effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  )
}
