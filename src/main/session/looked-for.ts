import type { InputOf, OperationName } from '../../shared/contract/index.ts'
import { nameTyped } from '../../shared/domain/consent/typed-name.ts'
import type { ArrivalKey } from '../../shared/domain/lobby/arrival-message.ts'
import { readIdNumber } from '../../shared/domain/text/identity-number.ts'
import { readPhone } from '../../shared/domain/text/phone.ts'
import { readStrangerText } from '../../shared/domain/text/stranger-text.ts'
import { type WholeNumber, wholeNumbersIn } from '../../shared/domain/text/whole-number.ts'
import type { Looked } from './guess-guard.ts'

type Looks = { readonly [N in OperationName]?: (input: InputOf<N>) => Looked }

/** A number of the form for strangers, as the lead keeps it. */
function phone(text: string | null | undefined): WholeNumber[] {
  const read = readPhone(text ?? '')
  return read.ok ? [{ kind: 'phone', number: read.number }] : []
}

function idNumber(text: string | null | undefined): WholeNumber[] {
  const { number } = readIdNumber(text ?? '')
  return number === '' ? [] : [{ kind: 'id', number }]
}

function said(numbers: readonly WholeNumber[]): Looked {
  return { numbers, givenBy: 'person', name: null }
}

/** As the search for strangers reads it: several words may hold one. */
function phoneOfStranger(text: string): WholeNumber[] {
  return phone(readStrangerText(text).phone)
}

const typed = ({ text }: { readonly text: string }): Looked => ({
  numbers: wholeNumbersIn(text),
  givenBy: 'person',
  name: nameTyped(text),
})

/**
 * Which calls of the door look for a whole number or a name that somebody typed. A test asks every other one with digits of
 * hidden numbers and finds that none answers to them.
 */
const LOOKS: Looks = {
  'customers.search': typed,
  'customers.countFound': typed,
  'customers.found': typed,
  'leads.find': ({ text }) => said(phoneOfStranger(text)),
  'leads.save': (input) => said(phone(input.phone)),
  'imports.enter': (input) => said([...phone(input.phone), ...idNumber(input.idNumber)]),
}

const NOTHING: Looked = { numbers: [], givenBy: 'person', name: null }

/** What a call looks for that the mask hides (P2). @param input as the operation's schema read it */
export function lookedFor(name: OperationName, input: unknown): Looked {
  // The schema of this very operation made the input.
  const looks = LOOKS[name] as ((input: unknown) => Looked) | undefined
  return looks === undefined ? NOTHING : looks(input)
}

/** What a machine, or a scanner that types, looks somebody up by: the whole number that it read. */
export function lookedForBy(key: ArrivalKey): Looked {
  return { numbers: numbersRead(key), givenBy: 'machine', name: null }
}

function numbersRead(key: ArrivalKey): WholeNumber[] {
  switch (key.kind) {
    case 'phone':
      return phone(key.text)
    case 'idNumber':
      return idNumber(key.text)
    case 'cardNumber':
      return wholeNumbersIn(key.text).filter(({ kind }) => kind === 'card')
    case 'customerNo':
    case 'none':
      return []
  }
}
