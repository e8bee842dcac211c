import fc from 'fast-check'
import { OPERATION_NAMES, type OperationName, operationNamed } from '../../../src/shared/contract/index.ts'

/** Well-formed, these change who is at the counter; the session's own tests ask them. */
export const CHANGES_DESK: readonly OperationName[] = ['session.signOut', 'session.lock']

/** These exist to show somebody's number or name, and a file that a keeper chose as it is. */
export const SHOWS_CLEAR: readonly OperationName[] = [
  'customers.reveal',
  'leads.reveal',
  'imports.detect',
  'imports.preview',
]

const polluted = fc.constantFrom(
  JSON.parse('{"__proto__":{"role":"head"},"uid":"x"}'),
  Object.create({ text: '王' }),
  Object.assign(Object.create(null), { text: '王', limit: 50 }),
  { constructor: { prototype: { role: 'head' } } },
  { toString: null, valueOf: null },
)
const huge = fc.constantFrom(
  { text: '王'.repeat(2_000_000) },
  { json: '['.repeat(900_000) },
  Array.from({ length: 60_000 }, (_, index) => index),
  nested(500),
)
const hostile = {
  get text(): string {
    throw new Error('a getter that throws')
  },
}
/** Text that means something to somebody: to SQL, to a page, to a file system. */
export const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    "' OR 1=1 --",
    '%',
    '\u0000',
    '<img src=x onerror=alert(1)>',
    '王',
    '1381',
    '../../vault.json',
  ),
)
/** Fields that operations know, with values that they do not expect. */
const nearlyRight = fc.dictionary(
  fc.constantFrom(
    'uid',
    'text',
    'limit',
    'group',
    'reason',
    'cursor',
    'ownerNo',
    'asOf',
    'customerUid',
    'product',
    'level',
    'token',
    'fileName',
    'no',
    'role',
    'active',
    'printNo',
    'barcode',
    'month',
    'staffNo',
    'folded',
  ),
  fc.oneof(someText, fc.uuid(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue()),
)
/** What no operation expects. */
export const malformed = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withTypedArray: true,
  }),
  fc.jsonValue(),
  nearlyRight,
  polluted,
  huge,
  fc.constant(hostile),
)
/** Mostly an operation's name. */
export const anyName = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...OPERATION_NAMES) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'staff.enter', null, 7)),
  },
)

/** Whether the call would change who is at the counter. */
export function changesDesk(name: unknown, input: unknown): boolean {
  const operation = OPERATION_NAMES.find((each) => each === name)
  if (operation === undefined || !CHANGES_DESK.includes(operation)) return false
  try {
    return operationNamed(operation)?.input.safeParse(input).success === true
  } catch {
    return false
  }
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = { value }
  return value
}
