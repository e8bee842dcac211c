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

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff

/**
 * Text with characters for their references. saxen 11.2.0 cuts those beyond the BMP to their last sixteen bits, so that
 * `&#134071;` (𠮷, as Python's ElementTree writes it) would become another character.
 */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return point <= LAST_CODE_POINT ? String.fromCodePoint(point).toWellFormed() : whole
  })
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
      .on('openTag', (name, attributes) => {
        this.#open++
        events.open(local(name), () => attributes() || NO_ATTRIBUTES, decoded)
      })
      .on('closeTag', (name) => {
        this.#open--
        events.close(local(name))
      })
      .on('text', (text) => events.text(decoded(text)))
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
