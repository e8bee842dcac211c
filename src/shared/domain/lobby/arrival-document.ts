import { readIdNumber } from '../text/identity-number.ts'

/**
 * What makers of document readers call the number of the document that lies on the reader, in lower case and without
 * signs (their published descriptions and the examples of branches).
 */
const NAMES = new Set(
  `idnumber idnum idno idcard idcardno idcardnum idcardnumber idcardid idcode idsn ic idc certno certnum certnumber certid
   certcode certificateno certificatenumber cardno cardnum cardnumber cardid number code num no id identity identityno
   identitynum identitynumber identitycard identitycardno identitycode identityid citizenno citizenid citizenidnumber sfzh
   sfz sfzhm zjhm zjh personid personidnumber pid paperno documentno documentnumber docno docnum docnumber
   身份证 身份证号 身份证号码 公民身份号码 公民身份证号码 身份号码 证件号 证件号码 居住证号码 永久居留证号码 永久居留身份证号码`
    .trim()
    .split(/\s+/),
)
const DEEPEST = 5
const MOST_ITEMS = 200
/** The foreigners' permanent residence card before 2023: the country's three letters and twelve digits. */
const FORMER_RESIDENCE_CARD = /^[A-Z]{3}\d{12}$/

/**
 * Whether a text proves by itself to be a document's number: eighteen places with a right check digit (citizens; 81, 82
 * and 83 for residents from 港澳台; 9 for foreigners with the card of 2023), or the former card of foreigners.
 */
export function documentNumberOf(text: string): string | null {
  const id = readIdNumber(text)
  if (id.kind === 'resident') return id.checked ? id.number : null
  return FORMER_RESIDENCE_CARD.test(id.number) ? id.number : null
}

/**
 * The number of the one document that a record tells of under one of the names that makers give it, wherever it stands;
 * of a list without names, wherever it stands. Null where there is none, or more than one.
 */
export function documentIn(record: unknown): string | null {
  const found = new Set<string>()
  collect(record, Array.isArray(record), found, DEEPEST)
  const numbers = [...found]
  const residents = numbers.filter((number) => !FORMER_RESIDENCE_CARD.test(number))
  // The card of 2023 names the former card too.
  const [number, ...others] = residents.length > 0 ? residents : numbers
  return number !== undefined && others.length === 0 ? number : null
}

function collect(value: unknown, named: boolean, found: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    const number = named && value.length <= 40 ? documentNumberOf(value) : null
    if (number !== null) found.add(number)
    return
  }
  if (typeof value !== 'object' || value === null || depth === 0) return
  for (const [name, inner] of Object.entries(value).slice(0, MOST_ITEMS)) {
    collect(inner, Array.isArray(value) ? named : NAMES.has(plainName(name)), found, depth - 1)
  }
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
