import axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Brought along by the script that is put in before. */
    readonly axe: typeof axe
  }
}

/**
 * Looks at a window with axe and names what is serious or critical: what a screen reader's user, or one who sees little,
 * would stumble over.
 * @param without rules that mean nothing here
 */
export async function barriersIn(
  window: Page,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<readonly string[]> {
  await window.evaluate(axe.source)
  return window.evaluate(
    async (disabled) => {
      const rules = Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }]))
      const { violations } = await self.axe.run(document, { resultTypes: ['violations'], rules })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
        )
    },
    [...without],
  )
}
