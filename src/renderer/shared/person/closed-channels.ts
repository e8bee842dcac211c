import { CHANNELS, type Channel } from '../../../shared/domain/contact.ts'
import { barTo } from '../../../shared/domain/contact-effects.ts'
import type { Prohibition } from '../../../shared/domain/prohibitions.ts'

/** The channels on which this person may not be contacted about business, so that nobody chooses one in vain (F6). */
export function closedChannelsOf(prohibitions: readonly Prohibition[]): readonly Channel[] {
  return CHANNELS.filter((channel) => barTo(prohibitions, channel) !== null)
}
