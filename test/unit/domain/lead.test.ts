import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isAsStrong,
  isOpenLead,
  LEAD_STATES,
  leadMoves,
  type Stranger,
  sameKey,
  surnameOf,
} from '../../../src/shared/domain/work/lead.ts'
import { civilDate, hanName } from '../../support/domain/arbitraries.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const phone = digits(8).map((rest) => `138${rest}`)
const surname = hanName.map((each) => each.surname)
const ticket = fc.tuple(fc.constantFrom('A', 'B', 'V'), digits(3)).map((parts) => parts.join(''))
const stranger: fc.Arbitrary<Stranger> = fc
  .record({
    surname,
    phone: fc.option(phone),
    tail: fc.option(digits(4)),
    ticket: fc.option(ticket),
    visitUid: fc.option(fc.uuid()),
  })
  .map(({ tail, ...rest }) => ({ ...rest, phoneTail: rest.phone?.slice(-4) ?? tail }))

describe('L7: by what two leads are the same stranger', () => {
  test('the whole phone alone decides, whatever else differs', () => {
    fc.assert(
      fc.property(stranger, stranger, phone, civilDate, civilDate, (one, other, number, on, later) => {
        const with_ = (each: Stranger) => ({ ...each, phone: number, phoneTail: number.slice(-4) })
        expect(sameKey(with_(one), on)).toEqual(sameKey(with_(other), later))
      }),
    )
  })

  test('without it surname and tail decide together, on any day', () => {
    fc.assert(
      fc.property(stranger, stranger, civilDate, civilDate, (a, b, on, later) => {
        fc.pre(a.phone === null && b.phone === null && a.phoneTail !== null && b.phoneTail !== null)
        const same = a.surname === b.surname && a.phoneTail === b.phoneTail
        expect(sameKey(a, on)?.key === sameKey(b, later)?.key).toBe(same)
      }),
    )
  })

  test('with a ticket alone they are the same only on the same day', () => {
    fc.assert(
      fc.property(surname, surname, ticket, civilDate, civilDate, (one, other, number, on, later) => {
        const known = (name: string, visitUid: string | null = null) => ({
          surname: name,
          phone: null,
          phoneTail: null,
          ticket: number,
          visitUid,
        })
        expect(sameKey(known(one), on)?.key === sameKey(known(other), later)?.key).toBe(on === later)
      }),
    )
  })

  test('without any of them the visit tells, on any day, and only it', () => {
    fc.assert(
      fc.property(
        surname,
        surname,
        fc.uuid(),
        fc.uuid(),
        civilDate,
        civilDate,
        (one, other, a, b, on, later) => {
          const known = (name: string, visitUid: string) =>
            sameKey({ surname: name, phone: null, phoneTail: null, ticket: null, visitUid }, on)
          expect(known(one, a)?.key === known(other, b)?.key).toBe(a === b)
          expect(known(one, a)).toEqual(known(other, a))
          expect(known(one, a)?.kind).toBe('visit')
          expect(
            sameKey({ surname: one, phone: null, phoneTail: null, ticket: null, visitUid: a }, later),
          ).toEqual(known(one, a))
        },
      ),
    )
  })

  test('keys of different kinds never meet, and there is none where nothing is known', () => {
    fc.assert(
      fc.property(stranger, stranger, civilDate, (a, b, on) => {
        const [one, other] = [sameKey(a, on), sameKey(b, on)]
        const known = [a.phoneTail, a.ticket, a.visitUid].some((each) => each !== null)
        expect(one === null).toBe(!known)
        if (one?.kind !== other?.kind) expect(one?.key).not.toBe(other?.key)
      }),
    )
  })
})

describe('L8: the pipeline', () => {
  test('a closed lead moves nowhere, an open one can always be lost', () => {
    for (const state of LEAD_STATES) {
      expect(leadMoves(state).includes('lost')).toBe(isOpenLead(state))
      if (!isOpenLead(state)) expect(leadMoves(state)).toEqual([])
    }
  })

  test('nothing is converted that was not qualified, and nothing goes back', () => {
    for (const from of LEAD_STATES) {
      expect(leadMoves(from).includes('converted')).toBe(from === 'qualified')
      for (const to of leadMoves(from)) {
        expect(LEAD_STATES.indexOf(to)).toBeGreaterThanOrEqual(LEAD_STATES.indexOf(from))
      }
    }
  })
})

test.each([
  ['王', '王'],
  ['欧阳', '欧阳'],
  ['王建国', '王'],
  ['欧阳娜娜', '欧阳'],
  ['Smith', 'Smith'],
])('of %s a lead keeps %s', (typed, kept) => {
  expect(surnameOf(typed)).toBe(kept)
})

test('a wish as strong as the earlier one, or stronger, is followed', () => {
  expect([isAsStrong('high', 'mid'), isAsStrong('mid', 'mid'), isAsStrong('low', 'mid')]).toEqual([
    true,
    true,
    false,
  ])
})
