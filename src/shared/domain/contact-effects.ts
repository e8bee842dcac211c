import type { Channel, Outcome } from './contact.ts'
import { blocks, type Prohibition } from './prohibitions.ts'

/**
 * Whether a contact about an open intent counts as marketing (ours). Whatever the bank sends or dials does; a talk face
 * to face does not, because there the customer came to the counter.
 */
export function isMarketing(channel: Channel): boolean {
  return channel !== 'face'
}

/**
 * The first reason against contacting somebody on a channel; null where there is none. A missing risk assessment is no
 * reason: it forbids to offer the product, and the way to a new assessment begins with this very contact.
 */
export function barTo(prohibitions: readonly Prohibition[], channel: Channel): Prohibition | null {
  if (!isMarketing(channel)) return null
  return prohibitions.find((prohibition) => blocks(prohibition, channel)) ?? null
}

/**
 * Whether a contact is new evidence that the wish is alive, so that the level stops sinking (I1): somebody spoke and
 * did not turn away. A call nobody answered proves nothing.
 */
export function keepsAlive(outcome: Outcome): boolean {
  return outcome === 'reached' || outcome === 'appointment' || outcome === 'interested'
}

/** What an outcome that ends an intent makes of it; null while it stays open. */
export function endOf(outcome: Outcome): 'converted' | 'lost' | null {
  if (outcome === 'converted') return 'converted'
  return outcome === 'refused' ? 'lost' : null
}
