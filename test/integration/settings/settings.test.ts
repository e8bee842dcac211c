import { afterEach, beforeEach, expect, test } from 'vitest'
import { Runner } from '../../../src/main/engine/runner.ts'
import { handlers } from '../../../src/main/features/index.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, openCounter, RM, rowOf } from '../../support/intents/counter-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
})
afterEach(() => engine.close())

const stale = () => rowOf(engine, `SELECT value FROM setting WHERE name = 'facts-stale'`)

test('a new branch has the shipped settings', () => {
  expect(engine.run('settings.get', {})).toEqual(DEFAULT_SETTINGS)
})

test('saved settings are used by the very next command, under the next version', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    cadence: { ...DEFAULT_SETTINGS.cadence, high: { warn: 2, due: 4 } },
  }
  expect(engine.run('settings.save', { settings })).toEqual(settings)
  expect(engine.run('settings.get', {})).toEqual(settings)
  const { uid } = addPerson(engine)
  const { intent } = engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, RM)
  expect(intent).toMatchObject({ warnOn: '2026-11-25', nextOn: '2026-11-27' })
  engine.run('settings.save', { settings: DEFAULT_SETTINGS })
  expect(rowOf(engine, `SELECT version FROM setting WHERE name = 'branch'`)).toEqual({ version: 2 })
})

test('a rule that came with a newer version has its default, and the branch keeps its own for all the others', () => {
  engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, idleLockMinutes: 5 } })
  engine.connection.script(
    `UPDATE setting SET value = json_remove(value, '$.unusualPeople') WHERE name = 'branch'`,
  )
  const restarted = new Runner(engine.connection, handlers, engine.sources)
  expect(restarted.run('settings.get', {}, RM).value).toEqual({ ...DEFAULT_SETTINGS, idleLockMinutes: 5 })
})

/** As the program wrote it before settings came from one table: other order, a number changed in each kind of value. */
const SAVED_EARLIER =
  '{"cadence":{"high":{"warn":2,"due":4},"mid":{"soft":3,"due":5},"low":{"first":7,"last":14}},"decayDays":30,"tierLines":[{"tier":"standard","fromFen":0},{"tier":"preferred","fromFen":6000000},{"tier":"high-net-worth","fromFen":30000000}],"nearTierBandPercent":10,"dormantMonths":3,"dormantBalanceFen":2000000,"maturityDays":30,"birthdayDays":7,"leakDropPercent":50,"leakFromFen":2000000,"enquiryCount":2,"largeCashFen":5000000,"dailyViewCap":200,"unusualPeople":10,"unusualSharePercent":50,"unusualOutsideHours":3,"unusualRepeatedDays":3,"unusualWithinDays":14,"unusualReveals":10,"unusualRevealsTimes":3,"idleLockMinutes":10,"shredAfterDays":7,"fatigueTimes":3,"fatigueDays":30,"careFromAge":65,"acceptMinutes":60,"escalateOwnerDays":3,"escalateHeadDays":5,"escalateRiskDays":7,"workFrom":"09:00","workTo":"17:30","quietFrom":"18:00","quietTo":"08:00","productLetters":"LDKCBJ","keepVisitsDays":180,"keepLeadsDays":365,"keepPromptsDays":365,"keepNoticesDays":90,"keepRejectFilesDays":30,"scannerPrefix":"","scannerSuffix":"\\r","scannerGapMs":25}'

test('settings that an earlier version saved are read as they were saved', () => {
  engine.connection
    .statement(`INSERT INTO setting (name, value, updated_at) VALUES ('branch', ?, 0)`)
    .run(SAVED_EARLIER)
  const restarted = new Runner(engine.connection, handlers, engine.sources)
  expect(restarted.run('settings.get', {}, RM).value).toEqual({
    ...JSON.parse(SAVED_EARLIER),
    // Younger than what was saved.
    waitWarnMinutes: 10,
    waitLongMinutes: 20,
    unusualNumberGuesses: 30,
    unusualNameGuesses: 60,
  })
})

test('the audit names what changed and not the rest', () => {
  engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, shredAfterDays: 3, idleLockMinutes: 5 } })
  expect(rowOf(engine, `SELECT detail FROM audit WHERE action = 'settings.save'`)).toEqual({
    detail: '{"version":1,"changed":"idleLockMinutes shredAfterDays","factsStale":false}',
  })
})

test('settings that contradict themselves are refused and nothing is kept', () => {
  const cadence = { ...DEFAULT_SETTINGS.cadence, high: { warn: 3, due: 2 } }
  expect(() => engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, cadence } })).toThrowError()
  const tierLines = [...DEFAULT_SETTINGS.tierLines].reverse()
  expect(() => engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, tierLines } })).toThrowError()
  expect(engine.run('settings.get', {})).toEqual(DEFAULT_SETTINGS)
})

test('changed tier lines or thresholds mark the facts as stale, from the first change on; others do not', () => {
  engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, shredAfterDays: 9 } })
  expect(stale()).toBeUndefined()
  const tierLines = DEFAULT_SETTINGS.tierLines.map((line) => ({ ...line, fromFen: line.fromFen * 2 }))
  engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, tierLines } })
  expect(stale()).toEqual({ value: '{"since":"2026-11-23"}' })
  engine.sources.at += 86_400_000
  engine.run('settings.save', { settings: { ...DEFAULT_SETTINGS, tierLines, dormantMonths: 3 } })
  expect(stale()).toEqual({ value: '{"since":"2026-11-23"}' })
})
