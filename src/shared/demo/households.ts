import type { Sex } from '../domain/imports/import-rows.ts'
import { birthdayNear } from './allocation.ts'
import { civilDateOf, type DayNumber } from './day-number.ts'
import {
  drawFamilyName,
  drawFullName,
  drawNaming,
  familyNameForChildren,
  type Naming,
} from './person-names.ts'
import { drawHome, type Home } from './places.ts'
import { at, Random, weighted } from './random.ts'

/** Where somebody stands in their household. */
export type Place = 'alone' | 'head' | 'spouse' | 'child' | 'elder'

export interface Member {
  readonly index: number
  readonly place: Place
  readonly sex: Sex
  readonly name: string
  readonly familyName: string
  readonly birth: DayNumber
  readonly home: Home
  /** Who lives there, the head first; one entry for somebody alone. */
  readonly household: readonly Place[]
  /** Index of the household's first customer. */
  readonly firstIndex: number
}

/** Households never cross a block, so that any customer's family is known from ten neighbours. */
export const BLOCK_SIZE = 10

const DAYS_A_YEAR = 365.2425

const COMPOSITIONS = weighted<readonly Place[]>([
  [['alone'], 58],
  [['head', 'spouse'], 20],
  [['head', 'spouse', 'child'], 13],
  [['head', 'spouse', 'child', 'child'], 3],
  [['head', 'child'], 3],
  [['head', 'spouse', 'child', 'elder', 'elder'], 3],
])

/** Ages of customers on their own; wishes from 21, because allotting the birthday may take three years off. */
const LONE_AGES = weighted<readonly [number, number]>([
  [[21, 29], 24],
  [[30, 44], 28],
  [[45, 59], 24],
  [[60, 74], 17],
  [[75, 88], 7],
])
/** Old enough that a child of a parent past 20 is already born. */
const HEAD_AGES = { withChild: [34, 58], threeGenerations: [36, 52], couple: [28, 78] } as const
const COUPLE_GAP_YEARS = 3
const PARENT_GAP_YEARS = [24, 34] as const
const MALE_HEAD_SHARE = 0.7
const MOTHERS_NAME_SHARE = 0.08
/** A wish this far back still lies in the past after the birthday was allotted. */
const YOUNGEST_DAYS = 1024

/**
 * The customers of one block with their families.
 * @param base index of the block's first customer
 * @param today the as-of day
 */
export function membersOfBlock(seed: number, today: DayNumber, base: number): readonly Member[] {
  const random = Random.of(seed, 'household', base)
  const members: Member[] = []
  while (members.length < BLOCK_SIZE) {
    const drawn = COMPOSITIONS.draw(random)
    const places: readonly Place[] = members.length + drawn.length > BLOCK_SIZE ? ['alone'] : drawn
    members.push(...foundHousehold(random, today, base + members.length, places))
  }
  return members
}

function foundHousehold(
  random: Random,
  today: DayNumber,
  firstIndex: number,
  places: readonly Place[],
): Member[] {
  const naming = drawNaming(random)
  const home = drawHome(random)
  const family: Member[] = []
  places.forEach((place, seat) => {
    const index = firstIndex + seat
    const sex = sexFor(random, place, family)
    const birth = birthdayNear(birthdayWish(random, place, places, family, today), index)
    const familyName = familyNameFor(random, naming, place, sex, family)
    const birthYear = Number(civilDateOf(birth).slice(0, 4))
    const name = drawFullName(random, naming, familyName, sex, birthYear)
    family.push({ index, place, sex, name, familyName, birth, home, household: places, firstIndex })
  })
  return family
}

function sexFor(random: Random, place: Place, family: readonly Member[]): Sex {
  if (place === 'head') return random.chance(MALE_HEAD_SHARE) ? 'male' : 'female'
  if (place === 'spouse') return at(family, 0).sex === 'male' ? 'female' : 'male'
  if (place === 'elder') return family.some((member) => member.place === 'elder') ? 'female' : 'male'
  return random.chance(0.5) ? 'male' : 'female'
}

function birthdayWish(
  random: Random,
  place: Place,
  household: readonly Place[],
  family: readonly Member[],
  today: DayNumber,
): DayNumber {
  const years = (low: number, high: number) => Math.round((low + random.unit() * (high - low)) * DAYS_A_YEAR)
  switch (place) {
    case 'alone':
      return today - years(...LONE_AGES.draw(random))
    case 'head':
      return today - years(...headAges(household))
    case 'spouse':
      return at(family, 0).birth + years(-COUPLE_GAP_YEARS, COUPLE_GAP_YEARS)
    case 'child':
      return Math.min(youngestParent(family) + years(...PARENT_GAP_YEARS), today - YOUNGEST_DAYS)
    case 'elder':
      return at(family, 0).birth - years(...PARENT_GAP_YEARS)
  }
}

function headAges(household: readonly Place[]): readonly [number, number] {
  if (household.includes('elder')) return HEAD_AGES.threeGenerations
  return household.includes('child') ? HEAD_AGES.withChild : HEAD_AGES.couple
}

function youngestParent(family: readonly Member[]): DayNumber {
  return Math.max(...parentsIn(family).map((parent) => parent.birth))
}

function parentsIn(family: readonly Member[]): readonly Member[] {
  return family.filter((member) => member.place === 'head' || member.place === 'spouse')
}

/** Children take their father's name, now and then their mother's; the head's father has the head's name. */
function familyNameFor(
  random: Random,
  naming: Naming,
  place: Place,
  sex: Sex,
  family: readonly Member[],
): string {
  if (place === 'child') {
    const parents = parentsIn(family)
    const father = parents.find((parent) => parent.sex === 'male')
    const mother = parents.find((parent) => parent.sex === 'female')
    const named =
      naming === 'han' && random.chance(MOTHERS_NAME_SHARE) ? (mother ?? father) : (father ?? mother)
    return familyNameForChildren(naming, named ?? at(family, 0))
  }
  if (place === 'elder' && sex === 'male' && naming === 'han') return at(family, 0).familyName
  return drawFamilyName(random, naming)
}
