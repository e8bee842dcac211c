import { customerKeyOf, seededIdNumberOf } from './allocation.ts'
import type { BranchFrame } from './branch-year.ts'
import { type DayNumber, plusMonths } from './day-number.ts'
import type { Persona } from './persona.ts'
import { drawHome } from './places.ts'
import { at, Random } from './random.ts'
import type { DossierParts } from './row-writing.ts'
import { STORY_SCRIPTS } from './stories.ts'
import {
  QUIET_ASSESSMENT,
  QUIET_BIRTHDAY_STEP_DAYS,
  QUIET_DAYS_SINCE_BIRTHDAY,
  QUIET_LIVELIHOOD,
  type StoryScript,
} from './story-script.ts'

/** The planted customer at an index below PLANTED_COUNT, as the script describes them. */
export function seededRecordParts({ seed, today, year }: BranchFrame, index: number): DossierParts {
  const script = at(STORY_SCRIPTS, index)
  const holdings = script.holdings(today)
  const placedFen = holdings.placements.reduce((sum, placement) => sum + placement.balanceFen, 0)
  const assessment = script.assessment === undefined ? QUIET_ASSESSMENT : script.assessment
  return {
    persona: personaOf(seed, today, index, script, holdings.demandFen + placedFen),
    assessment: assessment && { grade: assessment.grade, assessed: today - assessment.daysAgo },
    holdings,
    borrowing: null,
    movements: script.movements(year, holdings),
    contacts: script.contacts(year, customerKeyOf(index)),
  }
}

function personaOf(
  seed: number,
  today: DayNumber,
  index: number,
  script: StoryScript,
  aumFen: number,
): Persona {
  const { name, sex, age, address } = script
  const family = script.family ?? { place: 'alone', household: ['alone'], headIndex: index }
  const quietDays = QUIET_DAYS_SINCE_BIRTHDAY + index * QUIET_BIRTHDAY_STEP_DAYS
  const birth = plusMonths(today, -12 * age) - (script.daysSinceBirthday ?? quietDays)
  // Drawn for the head, so that a family lives at one address.
  const home = drawHome(Random.of(seed, 'household', family.headIndex))
  return {
    index,
    name,
    sex,
    birth,
    age,
    idNumber: seededIdNumberOf(index, birth, sex),
    home: address === undefined ? home : { ...home, address },
    place: family.place,
    household: family.household,
    firstIndex: family.headIndex,
    livelihood: script.livelihood ?? QUIET_LIVELIHOOD,
    aumFen,
    activity: 'occasional',
    habit: 'mobile',
  }
}
