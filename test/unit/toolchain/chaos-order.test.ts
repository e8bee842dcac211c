import { describe, expect, it } from 'vitest'
import { chaosOrder } from '../../../scripts/testing/chaos-order.ts'

describe('what npm run chaos is asked for', () => {
  it('does the usual amounts where nothing is said', () => {
    expect(chaosOrder([], {})).toEqual({
      env: {
        CHAOS_FULL: 'every',
        CHAOS_STEPS: 'every',
        CHAOS_ROUNDS: '100',
        CHAOS_POWER: '200',
        CHAOS_WALKS: '2000',
        CHAOS_FORMS: '10000',
        CHAOS_SECONDS: '120',
      },
      files: [],
    })
  })

  it('takes an option before a variable, and a variable before the usual', () => {
    const { env } = chaosOrder(['--rounds', '10000', '--seed=7'], { CHAOS_ROUNDS: '5', CHAOS_WALKS: '3' })
    expect(env).toMatchObject({
      CHAOS_ROUNDS: '10000',
      CHAOS_SEED: '7',
      CHAOS_WALKS: '3',
      CHAOS_FORMS: '10000',
    })
  })

  it('runs only the files that are named', () => {
    expect(chaosOrder(['killed-at-work', '--rounds', '9'], {}).files).toEqual(['killed-at-work'])
  })

  it.each([[['--rounds', 'many']], [['--rounds', '-1']], [['--round', '9']], [['--walks']]])(
    'refuses %s',
    (words) => {
      expect(() => chaosOrder(words, {})).toThrow()
    },
  )
})
