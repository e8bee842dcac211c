/** The longest input there is: a holiday notice or an import profile, with room. */
const MOST_CHARACTERS = 1_000_000
/** Values in all of an input, however nested. */
const MOST_VALUES = 50_000
const DEEPEST = 64

/**
 * Whether an input is small enough to be looked at. Counted without recursion and given up at the limit, so that
 * neither depth nor a cycle costs more than the limit itself.
 */
export function isBearable(input: unknown): boolean {
  let characters = 0
  let values = 0
  const left: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') characters += value.length
    if (ArrayBuffer.isView(value)) characters += value.byteLength
    else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value)
      values += entries.length
      if (depth >= DEEPEST || values > MOST_VALUES) return false
      for (const [key, held] of entries) {
        characters += key.length
        left.push({ value: held, depth: depth + 1 })
      }
    }
    if (characters > MOST_CHARACTERS) return false
  }
  return true
}
