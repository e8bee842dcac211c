import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listsPeople } from '../../../../src/renderer/app/screens.tsx'
import { contactKey } from '../../../../src/renderer/features/lobby/contact-keys.ts'
import { boardKey } from '../../../../src/renderer/shared/keys/board-keys.ts'
import { padKey } from '../../../../src/renderer/shared/keys/pad-keys.ts'
import {
  actionOfKey,
  KEY_OF_ACTION,
  type ReferralAction,
} from '../../../../src/renderer/shared/keys/referral-keys.ts'
import { type ScreenName, screenNames } from '../../../../src/shared/domain/branch/function-codes.ts'
import {
  CONTACT_LETTER,
  LEAD_LETTER,
  LOBBY_LETTER,
  MOVE_LETTER,
  RECORD_LETTER,
  REFERRAL_LETTER,
  TAKEN_LETTERS,
} from '../../../../src/shared/domain/branch/screen-letters.ts'
import { branchSettingsSchema, DEFAULT_SETTINGS } from '../../../../src/shared/domain/branch/settings.ts'
import { PRODUCTS } from '../../../../src/shared/domain/customer/products.ts'
import { CATALOGUES } from '../../../../src/shared/locale/index.ts'

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = [
  ...ALPHABET.map((letter) => `Key${letter}`),
  ...[...'0123456789'].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]),
]
const ACTIONS = Object.keys(KEY_OF_ACTION) as ReferralAction[]

const isAllowed = (productLetters: string) =>
  branchSettingsSchema.safeParse({ ...DEFAULT_SETTINGS, productLetters }).success

/** What each part of a screen beside an open person makes of a key while no dialog and no question is open. */
const BESIDE_THE_PAD: Readonly<Record<string, (code: string, letters: string) => boolean>> = {
  'the lobby’s steps': (code) => boardKey(code) !== null,
  'the first contact': (code, letters) => contactKey(code, null, letters) !== null,
  'the selected referral': (code) => actionOfKey(code.slice(-1), ACTIONS) !== null,
  'the selected follow-up': (code) => code === `Key${RECORD_LETTER}`,
}

const meanings = (code: string, letters: string) => [
  ...Object.entries(BESIDE_THE_PAD).flatMap(([place, takes]) => (takes(code, letters) ? [place] : [])),
  ...(padKey(code, letters) === null ? [] : ['the flag pad']),
]

/** Each screen has one of these lists beside the pad; the lobby has two. */
const ambiguous = (letters: string) =>
  CODES.filter((code) => {
    const found = meanings(code, letters)
    const inLobby = found.filter((place) => place === 'the lobby’s steps' || place === 'the first contact')
    return inLobby.length > 1 || (found.includes('the flag pad') && found.length > 1)
  })

/**
 * The letters of every screen by itself; the front page has digits only. The compiler asks for one that is new; where a person stands beside
 * it, the letters are those that no product may have.
 */
const OF_SCREEN: Readonly<Record<ScreenName, readonly string[]>> = {
  home: [],
  lobby: [MOVE_LETTER, LOBBY_LETTER, CONTACT_LETTER].flatMap((letters) => Object.values(letters)),
  customers: [],
  intents: [],
  leads: Object.values(LEAD_LETTER),
  followups: [RECORD_LETTER],
  referrals: Object.values(REFERRAL_LETTER),
  imports: [],
  settings: [],
  privacy: [],
  audit: [],
}

describe('no key means two things on one screen (L6)', () => {
  test.each(Object.keys(screenNames('en')) as ScreenName[])(
    'on %s by itself, and beside a person none is a product’s',
    (screen) => {
      const own = OF_SCREEN[screen]
      expect(own.filter((letter, index) => own.indexOf(letter) !== index)).toEqual([])
      if (listsPeople(screen)) expect(own.filter((letter) => !TAKEN_LETTERS.has(letter))).toEqual([])
    },
  )

  test('with the letters that a branch begins with', () => {
    expect(isAllowed(DEFAULT_SETTINGS.productLetters)).toBe(true)
    expect(ambiguous(DEFAULT_SETTINGS.productLetters)).toEqual([])
  })

  test('with any letters that the settings take', () => {
    const letters = fc
      .uniqueArray(fc.constantFrom(...ALPHABET), { minLength: PRODUCTS.length, maxLength: PRODUCTS.length })
      .map((chosen) => chosen.join(''))
    fc.assert(
      fc.property(letters, (chosen) => {
        expect(isAllowed(chosen)).toBe(ambiguous(chosen).length === 0)
      }),
      { numRuns: 2_000 },
    )
  })

  test('and the settings say which letters are taken', () => {
    const named = [...TAKEN_LETTERS].sort().join(' ')
    for (const { settings } of Object.values(CATALOGUES)) expect(settings.groupHint.prompts).toContain(named)
  })
})
