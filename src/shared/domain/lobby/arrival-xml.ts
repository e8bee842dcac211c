type XmlNode = Record<string, unknown>

const DEEPEST = 12
const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<\/\s*([^\s>]+)\s*>|<([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * The elements and attributes of a small XML text, by their names without a namespace: what stands in the root is at the
 * top. Undefined where elements are not closed. References to anything but characters are left alone, so that nothing is
 * fetched and nothing grows. Never throws.
 */
export function readXml(text: string): XmlNode | undefined {
  const root: XmlNode = {}
  const open: { readonly name: string; readonly node: XmlNode; text: string }[] = [
    { name: '', node: root, text: '' },
  ]
  for (const [, literal, closed, opened, attributes = '', ends, words] of text.matchAll(TOKEN)) {
    const top = open.at(-1)
    if (top === undefined || open.length > DEEPEST) return undefined
    if (literal !== undefined) top.text += literal
    else if (words !== undefined) top.text += characters(words)
    else if (opened !== undefined) {
      const node = Object.fromEntries(attributesOf(attributes))
      if (ends === '/') put(top.node, localName(opened), elementValue(node, ''))
      else open.push({ name: localName(opened), node, text: '' })
    } else if (closed !== undefined) {
      if (open.length === 1 || localName(closed) !== top.name) return undefined
      open.pop()
      const parent = open.at(-1)
      if (parent !== undefined) put(parent.node, top.name, elementValue(top.node, top.text.trim()))
    }
  }
  if (open.length !== 1) return undefined
  const [inner] = Object.values(root)
  return isNode(inner) ? { ...root, ...inner } : root
}

function put(node: XmlNode, name: string, value: unknown): void {
  const before = Object.hasOwn(node, name) ? node[name] : undefined
  const all = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  Object.defineProperty(node, name, { value: all, enumerable: true, configurable: true, writable: true })
}

function elementValue(node: XmlNode, text: string): unknown {
  return Object.keys(node).length === 0 ? text : text === '' ? node : { ...node, text }
}

function attributesOf(text: string): [string, string][] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
    localName(name),
    characters(double ?? single ?? ''),
  ])
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function characters(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
