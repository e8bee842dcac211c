import type { Channel } from '../work/contact.ts'
import type { ConsentPurpose } from './consent.ts'

/** What a customer said at once: what they agree to or withdraw, and where they do not or again want to be reached. */
export interface ConsentChange {
  readonly purposes: readonly { readonly purpose: ConsentPurpose; readonly given: boolean }[]
  readonly channels: readonly { readonly channel: Channel; readonly refused: boolean }[]
}

/**
 * Whether a refused channel may be opened again by this change: only with the customer's consent to marketing, recorded
 * in the same write (P3). Anything else is always accepted: a refusal or a withdrawal needs no text.
 */
export function mayReopen({ purposes, channels }: ConsentChange): boolean {
  const reopens = channels.some(({ refused }) => !refused)
  return !reopens || purposes.some(({ purpose, given }) => purpose === 'marketing' && given)
}

/** Whether a change is not empty and names nothing twice. */
export function isClear({ purposes, channels }: ConsentChange): boolean {
  const said = [...purposes.map(({ purpose }) => purpose), ...channels.map(({ channel }) => channel)]
  return said.length > 0 && new Set(said).size === said.length
}

/** Agreeing needs the words that were shown; withdrawing needs none. */
export function needsWords({ purposes }: ConsentChange): boolean {
  return purposes.some(({ given }) => given)
}
