import fc from 'fast-check'
import { addDays, type CivilDate } from '../../../src/shared/domain/calendar/civil-date.ts'

const FIRST_DAY = '2004-01-01'
const LAST_DAY_OFFSET = 9_000

/** Any day from 2004 to 2028: published years and some that are not. */
export const civilDate: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: LAST_DAY_OFFSET })
  .map((days) => addDays(FIRST_DAY, days))

/** Text that nobody should type: every plane, combining marks, lone surrogates. */
export const wildText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(..."王a1Xx·• 　'-+０Ａ㐂𠮷ü"), maxLength: 80 }),
)

export const hanName = fc
  .tuple(
    fc.constantFrom('王', '李', '单', '欧阳', '司马', '尉迟', '𠮷'),
    fc.string({
      unit: fc.constantFrom('建', '国', '娜', '㐂', '𠮷', '乐', '长'),
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([surname, given]) => ({ surname, given, name: surname + given }))
