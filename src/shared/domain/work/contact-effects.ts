import { blocks, type Prohibition } from '../consent/prohibitions.ts'
import type { Channel, Outcome } from './contact.ts'

/**
 * Whether a contact about an open intent counts as marketing. Our own default: every message and call does; a talk face
 * to face does not, because the customer came to the counter.
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
 * Whether a contact is new evidence of the intent, so that its level does not decay (I1): the customer was reached and did
 * not refuse. An unanswered call is no evidence.
 */
export function keepsAlive(outcome: Outcome): boolean {
  return outcome === 'reached' || outcome === 'appointment' || outcome === 'interested'
}

/** What an outcome that ends an intent makes of it; null while it stays open. */
export function endOf(outcome: Outcome): 'converted' | 'lost' | null {
  if (outcome === 'converted') return 'converted'
  return outcome === 'refused' ? 'lost' : null
}
