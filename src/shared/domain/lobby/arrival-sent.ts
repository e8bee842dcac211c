import { numberOfChip } from './arrival-chip.ts'
import { type ReadMessage, readMessage } from './arrival-message.ts'
import { isArrivalScan, readScan } from './arrival-scan.ts'
import type { ArrivalMapping } from './arrival-settings.ts'

/**
 * Reads what a service sent: the record of a chip, a bare ticket, number or stripe, or a record in any form. Never throws.
 */
export function readSent(text: string, mapping: ArrivalMapping): ReadMessage {
  const number = numberOfChip(text)
  if (number !== null) {
    return { ok: true, arrival: { ticket: null, business: null, key: { kind: 'idNumber', text: number } } }
  }
  return isArrivalScan(text) ? readScan(text, mapping) : readMessage(text, mapping)
}

const BEAT = /^(?:ping|pong|heart-?beat|keep-?alive|alive)?$/i
const BEATING_FIELDS =
  /"(?:type|cmd|command|op|event|action|msgtype|method)"\s*:\s*"(?:ping|pong|heart-?beat|keep-?alive)"/i
const LONGEST_BEAT = 500

/** Whether a text only says that its sender is still there. */
export function isHeartbeat(text: string): boolean {
  return BEAT.test(text.trim()) || (text.length <= LONGEST_BEAT && BEATING_FIELDS.test(text))
}
