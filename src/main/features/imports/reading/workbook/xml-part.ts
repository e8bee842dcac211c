import { Parser } from 'saxen'

export type Attributes = Readonly<Record<string, string>>

/** What a part's reader is told, names without their prefixes: writers are free to choose those. */
export interface XmlEvents {
  /** @param decode for attributes that may hold more than plain words and numbers */
  open(name: string, attributes: () => Attributes, decode: (text: string) => string): void
  close(name: string): void
  text(text: string): void
}

const NO_ATTRIBUTES: Attributes = {}
const DECLARED_ENCODING = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/
const DECLARATION_BYTES = 200

/** By the mark at the beginning, else as the declaration says, else UTF-8 (XML 1.0, appendix F). */
function encodingOf(start: Buffer): string {
  const mark = start.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === '3c00') return 'utf-16le'
  if (mark === 'feff' || mark === '003c') return 'utf-16be'
  return DECLARED_ENCODING.exec(start.subarray(0, DECLARATION_BYTES).toString('latin1'))?.[1] ?? 'utf-8'
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Reads an XML part as it comes, piece by piece. Every fault of the text is thrown, with nothing of it in the message. */
export class XmlPart {
  readonly #parser = new Parser()
  #decoder: TextDecoder | null = null
  #open = 0

  constructor(events: XmlEvents) {
    this.#parser
      .on('openTag', (name, attributes, decode) => {
        this.#open++
        events.open(local(name), () => attributes() || NO_ATTRIBUTES, decode)
      })
      .on('closeTag', (name) => {
        this.#open--
        events.close(local(name))
      })
      .on('text', (text, decode) => events.text(text.includes('&') ? decode(text) : text))
      .on('cdata', (text) => events.text(text))
      .on('error', () => {
        throw new Error('no XML')
      })
  }

  write(bytes: Buffer): void {
    if (bytes.length === 0) return
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }))
  }

  end(): void {
    this.#parser.write(this.#decoder?.decode() ?? '')
    this.#parser.end()
    if (this.#open !== 0) throw new Error('no XML')
  }
}
