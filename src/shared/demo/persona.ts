import type { Sex } from '../domain/imports/import-rows.ts'
import { idNumberOf } from './allocation.ts'
import { ageAt, type DayNumber } from './day-number.ts'
import { drawAumFen } from './holdings.ts'
import type { Member, Place } from './households.ts'
import { drawLivelihood, type Livelihood } from './livelihoods.ts'
import type { Habit } from './movements.ts'
import type { Home } from './places.ts'
import { Random, weighted } from './random.ts'

/** How much somebody uses the bank. */
export type Activity = 'dormant' | 'occasional' | 'frequent'

/** Everything about a customer that the rest is drawn from. */
export interface Persona {
  readonly index: number
  readonly name: string
  readonly sex: Sex
  readonly birth: DayNumber
  /** Full years on the as-of day. */
  readonly age: number
  readonly idNumber: string
  readonly home: Home
  readonly place: Place
  readonly household: readonly Place[]
  readonly firstIndex: number
  readonly livelihood: Livelihood
  /** Assets with the bank on the as-of day, before small change. */
  readonly aumFen: number
  readonly activity: Activity
  readonly habit: Habit
}

const ACTIVITIES = weighted<Activity>([
  ['dormant', 18],
  ['occasional', 52],
  ['frequent', 30],
])
/** Customers from this age mostly go to the counter, younger ones mostly do not. */
const COUNTER_AGE = 62
const ADULT_AGE = 18
/** Pocket money: no child has more. */
const CHILDS_MOST_FEN = 1_500_000

/** @param today the as-of day */
export function drawPersona(seed: number, today: DayNumber, member: Member): Persona {
  const { index, name, sex, birth, home, place, household, firstIndex } = member
  const random = Random.of(seed, 'person', index)
  const age = ageAt(birth, today)
  const livelihood = drawLivelihood(random, age, sex)
  const drawnAumFen = drawAumFen(Random.of(seed, 'wealth', index))
  const drawnActivity = ACTIVITIES.draw(random)
  const habit = random.chance(age >= COUNTER_AGE ? 0.8 : 0.15) ? 'counter' : 'mobile'
  const isAdult = age >= ADULT_AGE
  return {
    index,
    name,
    sex,
    birth,
    age,
    idNumber: idNumberOf(index, birth, sex),
    home,
    place,
    household,
    firstIndex,
    livelihood,
    aumFen: isAdult ? drawnAumFen : Math.min(drawnAumFen, CHILDS_MOST_FEN),
    activity: isAdult || drawnActivity !== 'frequent' ? drawnActivity : 'occasional',
    habit,
  }
}
