import axe from 'axe-core'
import type { Page } from 'playwright-core'

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
      const { axe: looking } = self as unknown as { readonly axe: typeof import('axe-core') }
      const rules = Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }]))
      const { violations } = await looking.run(document, { resultTypes: ['violations'], rules })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
        )
    },
    [...without],
  )
}
