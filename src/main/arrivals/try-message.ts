import type { TriedMessage } from '../../shared/contract/arrivals.ts'
import type { ArrivalKey, ReadMessage } from '../../shared/domain/lobby/arrival-message.ts'
import { readScan } from '../../shared/domain/lobby/arrival-scan.ts'
import { readSent } from '../../shared/domain/lobby/arrival-sent.ts'
import type { ArrivalMapping } from '../../shared/domain/lobby/arrival-settings.ts'
import { maskCard, maskIdNumber, maskPhone } from '../../shared/domain/text/masking.ts'
import { readRows } from './folder/read-rows.ts'
import { FrameJoiner } from './frame-joiner.ts'

/** Shown of a file's rows; who tries a mapping needs no more. */
const MOST_SHOWN = 20

/** How a source would read a text; reports nothing. */
export function tryMessage(
  source: 'wedge' | 'reader' | 'folder',
  text: string,
  mapping: ArrivalMapping,
): readonly TriedMessage[] {
  return readBy(source, text, mapping).slice(0, MOST_SHOWN).map(shown)
}

function readBy(
  source: 'wedge' | 'reader' | 'folder',
  text: string,
  mapping: ArrivalMapping,
): readonly ReadMessage[] {
  if (source === 'wedge') return [readScan(text, mapping)]
  if (source === 'reader') return sentTexts(text, mapping)
  const read = readRows('tried.csv', Buffer.from(text), mapping)
  return read.ok ? read.rows : [read]
}

/** As one frame; half a message is none. */
function sentTexts(text: string, mapping: ArrivalMapping): readonly ReadMessage[] {
  const { texts, faults } = new FrameJoiner(mapping).takeWhole(Buffer.from(text))
  const bad = faults.map((reason): ReadMessage => ({ ok: false, reason }))
  return [...texts.map((each) => readSent(each, mapping)), ...bad]
}

function shown(read: ReadMessage): TriedMessage {
  if (!read.ok) return read
  const { ticket, business, key } = read.arrival
  return { ok: true, ticket, business, keyKind: key.kind, maskedKey: maskedKeyOf(key) }
}

function maskedKeyOf(key: ArrivalKey): string {
  switch (key.kind) {
    case 'idNumber':
      return maskIdNumber(key.text)
    case 'cardNumber':
    case 'customerNo':
      return maskCard(key.text)
    case 'phone':
      return maskPhone(key.text)
    case 'none':
      return ''
  }
}
