import type { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { CATALOGUES } from '../../../../shared/locale/index.ts'

type Searched = Omit<TimelineEntry, 'id' | 'contact'>

/**
 * Whether an entry has the words in what its line shows: the free text as it is masked, so that a search tells no more
 * than the line does (P2), who wrote it, and its names in either language.
 * @param wanted in lower case
 */
export function hasWords(entry: Searched, wanted: string): boolean {
  const words = [
    entry.text ?? '',
    entry.staffName ?? '',
    ...Object.values(CATALOGUES).flatMap(namesIn(entry)),
  ]
  return words.some((each) => each.toLowerCase().includes(wanted))
}

function namesIn({ kind, code, channel, product, level, signals }: Searched) {
  return ({
    customers,
    followups,
    intents,
  }: (typeof CATALOGUES)[keyof typeof CATALOGUES]): readonly string[] => {
    const outcomes: Names = followups.outcome
    const places: Names = customers.channel
    const codes: Names =
      kind === 'transaction'
        ? customers.transaction
        : kind === 'channel'
          ? { ...places, ...outcomes }
          : customers.event
    const channels: Names = { ...places, ...followups.channel }
    return [
      codes[code] ?? code,
      channel === null ? '' : (channels[channel] ?? channel),
      product === null ? '' : intents.product[product],
      level === null ? '' : intents.level[level],
      ...signals.map((signal) => intents.signal[signal]),
    ]
  }
}

type Names = Readonly<Partial<Record<string, string>>>
