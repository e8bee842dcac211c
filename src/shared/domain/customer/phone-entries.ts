import { z } from 'zod'
import { maskName, maskPhone } from '../text/masking.ts'
import type { PhoneEntry } from '../text/phone-cell.ts'

/** A number as a record keeps it beside the phone itself. */
export type KeptPhone = Pick<PhoneEntry, 'number' | 'extension' | 'relation'>

const keptPhones = z.array(
  z.object({
    number: z.string(),
    extension: z.string().nullable(),
    relation: z.string().nullable(),
  }),
)

/**
 * What a record keeps of a cell with phones besides the first number: nothing for one plain number, as nearly all are.
 * @returns JSON for `customer.phone_entries`
 */
export function phoneEntriesText(entries: readonly PhoneEntry[]): string | null {
  const [first] = entries
  const plain = entries.length < 2 && first?.extension === null && first.relation === null
  if (plain || first === undefined) return null
  return JSON.stringify(entries.map(({ number, extension, relation }) => ({ number, extension, relation })))
}

/** Every number of a record, the phone first; empty where it has none but a plain phone. */
export function readPhoneEntries(text: string | null): readonly KeptPhone[] {
  return text === null ? [] : keptPhones.parse(JSON.parse(text))
}

/**
 * What a record says beside the phone: its extension and whose it is, then the other numbers:
 * `转801、13900000301(妻)`. Null where there is nothing.
 */
export function furtherPhonesText(entries: readonly KeptPhone[]): string | null {
  const [first, ...others] = entries
  if (first === undefined) return null
  return [shown({ ...first, number: '' }), ...others.map(shown)].filter((part) => part !== '').join(BETWEEN)
}

const BETWEEN = '、'

function shown({ number, extension, relation }: KeptPhone): string {
  return `${number}${extension === null ? '' : `转${extension}`}${relation === null ? '' : `(${relation})`}`
}

const PART = /^(\d*)(转\d+)?(?:\((.*)\))?$/u
/** Words for whose number it is; any other may be a name and is masked as one. */
const PLAIN_RELATION =
  /^(?:[大小老]?(?:妻子?|夫|丈夫|老公|老婆|爱人|配偶|父亲?|母亲?|爸爸?|妈妈?|子|儿子?|女儿?|哥|姐|弟|妹|兄|孙子?女?|家属|亲属|朋友|同事|紧急联系人|联系人|监护人|办公室?|单位|公司|家庭?|住宅|宅|备用|常用|微信|秘书|助理))$/u

/** The text of `furtherPhonesText` with every number masked as a phone is, and a name beside one as a name. */
export function maskFurtherPhones(text: string): string {
  return text.split(BETWEEN).map(maskPart).join(BETWEEN)
}

function maskPart(part: string): string {
  const [, number = '', extension = '', relation] = PART.exec(part) ?? [part, part]
  const masked = number === '' ? '' : maskPhone(number)
  if (relation === undefined) return masked + extension
  return `${masked}${extension}(${PLAIN_RELATION.test(relation) ? relation : maskName(relation)})`
}
