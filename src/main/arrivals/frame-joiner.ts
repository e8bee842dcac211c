import { numberOfChip } from '../../shared/domain/lobby/arrival-chip.ts'
import { LONGEST_MESSAGE } from '../../shared/domain/lobby/arrival-record.ts'
import type { ArrivalMapping } from '../../shared/domain/lobby/arrival-settings.ts'
import { mayGoOn, splitTexts } from '../../shared/domain/lobby/arrival-texts.ts'
import { encodedLike, messageText } from './message-text.ts'

/** What came with a frame: whole messages, or why there is none. */
export interface TakenFrame {
  readonly texts: readonly string[]
  readonly faults: readonly ('encoding' | 'notJson' | 'tooLong')[]
}

const NOTHING: Buffer = Buffer.alloc(0)

/**
 * Makes messages of the frames of a service, which may hold several, or a part of one. A part is kept until the rest of it
 * comes or `giveUp` is called.
 */
export class FrameJoiner {
  readonly #mapping: ArrivalMapping
  #begun: Buffer = NOTHING

  constructor(mapping: ArrivalMapping) {
    this.#mapping = mapping
  }

  /** Whether half a message waits for the rest of it. */
  get waits(): boolean {
    return this.#begun.length > 0
  }

  take(frame: Buffer): TakenFrame {
    const begun = this.#begun
    if (begun.length === 0) return this.#read(frame)
    const joined = this.#read(Buffer.concat([begun, frame]))
    if (!this.waits) return joined
    // The frame may stand for itself, and what came before it be all that ever comes of that message.
    const rest = this.#begun
    const alone = this.#read(frame)
    if (alone.texts.length > 0 && !this.waits) return { ...alone, faults: ['notJson', ...alone.faults] }
    this.#begun = rest
    return joined
  }

  /** A text after which nothing comes. */
  takeWhole(frame: Buffer): TakenFrame {
    const taken = this.take(frame)
    return { texts: taken.texts, faults: [...taken.faults, ...this.giveUp().faults] }
  }

  /** What was begun never became whole. */
  giveUp(): TakenFrame {
    if (!this.waits) return { texts: [], faults: [] }
    const text = messageText(this.#begun)
    this.#begun = NOTHING
    return { texts: [], faults: [text === null ? 'encoding' : 'notJson'] }
  }

  #read(bytes: Buffer): TakenFrame {
    this.#begun = NOTHING
    if (bytes.length > LONGEST_MESSAGE) return { texts: [], faults: ['tooLong'] }
    const text = messageText(bytes)
    if (text === null) {
      // Half a character at the end becomes whole with the next frame.
      if (!mayGoOn(bytes.subarray(0, 20).toString('latin1'))) return { texts: [], faults: ['encoding'] }
      this.#begun = bytes
      return { texts: [], faults: [] }
    }
    if (numberOfChip(text) !== null) return { texts: [text], faults: [] }
    const { texts, rest } = splitTexts(text, this.#mapping)
    if (rest !== '') this.#begun = texts.length === 0 ? bytes : encodedLike(rest, bytes)
    return { texts, faults: [] }
  }
}
