import { readXml } from './arrival-xml.ts'

/** A message of this length describes more than one person's arrival; a reader's photographs of a card are within it. */
export const LONGEST_MESSAGE = 4 * 1024 * 1024

/** Control characters that services put around or into a text; a tab and line ends separate. */
const CONTROLS = /(?![\t\r\n])\p{Cc}|\ufeff/gu
const JSON_TEXT = /^[[{]/
/** A JSON text within a call of a script's function, or within quotes. */
const WRAPPED = /^[\w.$]+\(\s*([[{].*[\]}])\s*\)\s*;?$/s
const PAIR = /^\s*([\p{L}\p{N}_.-]{1,60})\s*[=:：]\s*(.*)$/su
const BETWEEN_PAIRS = ['\n', '&', '|', ';', '\t', ','] as const
const BETWEEN_FIELDS = /[|\t^#$~;,\n]/

/**
 * The record that a message's text holds, in whichever form a reader's or queue machine's service writes it: JSON, JSON
 * within a call or a text, XML, `name=value` pairs, or values between bars and the like, which are then named by their
 * place from `0` on. Undefined where it is none of these. Never throws.
 */
export function recordOf(text: string): unknown {
  const plain = text.replace(CONTROLS, '').replace(/\r\n?/g, '\n').trim()
  if (JSON_TEXT.test(plain)) return parseJson(plain)
  const wrapped = WRAPPED.exec(plain)?.[1]
  if (wrapped !== undefined) return parseJson(wrapped)
  if (plain.startsWith('"')) return unquoted(parseJson(plain))
  if (plain.startsWith('<')) return readXml(plain)
  return pairsOf(plain) ?? fieldsOf(plain)
}

/** The value of a JSON text; undefined, which no JSON text means, where it is none. */
export function parseJson(text: string): unknown {
  return strictJson(text) ?? strictJson(mended(text))
}

function strictJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Services that glue their JSON together leave line ends within texts, and the backslashes of a path as they are. */
function mended(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|)/g, (each) => (each === '\\' ? '\\\\' : each))
}

function unquoted(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return JSON_TEXT.test(value.trim()) ? parseJson(value.trim()) : value
}

function pairsOf(text: string): Readonly<Record<string, string>> | undefined {
  for (const separator of BETWEEN_PAIRS) {
    const parts = text.split(separator).filter((part) => part.trim() !== '')
    const pairs = parts.map((part) => PAIR.exec(part))
    if (pairs.length === 0 || pairs.includes(null)) continue
    // Without another separator inside a value: `a=1;b=2` in one line is two pairs, and not one of them.
    const entries = pairs.flatMap((pair) =>
      pair === null ? [] : [[pair[1] ?? '', pairValue(pair[2] ?? '')]],
    )
    const names = new Set(entries.map(([name]) => name))
    if (names.size === entries.length && (entries.length > 1 || !holdsMore(text))) {
      return Object.fromEntries(entries)
    }
  }
  return undefined
}

function holdsMore(text: string): boolean {
  return (text.match(/\p{L}[\p{L}\p{N}_.-]*\s*[=:：]/gu) ?? []).length > 1
}

/** A form writes signs by their bytes behind a percent sign; any other text stays. */
function pairValue(text: string): string {
  if (!/%[\da-fA-F]{2}/.test(text)) return text.trim()
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim()
  } catch {
    return text.trim()
  }
}

function fieldsOf(text: string): readonly string[] | undefined {
  const parts = text.split(BETWEEN_FIELDS)
  return parts.length > 1 ? parts.map((part) => part.trim()) : undefined
}
