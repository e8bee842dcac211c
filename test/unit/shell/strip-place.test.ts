import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Display, dockBeside, place } from '../../../src/main/shell/strip-place.ts'
import type { StripDock } from '../../../src/shared/contract/strip.ts'

const WIDTH = 340
const TASK_BAR = 40

function display(id: number, x: number, width = 1366, height = 768, primary = id === 1): Display {
  return {
    id,
    bounds: { x, y: 0, width, height },
    workArea: { x, y: 0, width, height: height - TASK_BAR },
    primary,
  }
}

const MAIN = display(1, 0)
const SECOND = display(2, 1366, 1920, 1080)
const onSecond: StripDock = { edge: 'left', screen: { id: 2, x: 1366, y: 0, width: 1920, height: 1080 } }
const atFirst: StripDock = { edge: 'right', screen: null }

describe('where the strip stands', () => {
  test('at first at the right edge of the main screen, above the task bar', () => {
    expect(place([SECOND, MAIN], atFirst, WIDTH)).toEqual({ x: 1026, y: 0, width: 340, height: 728 })
  })

  test('at the edge and on the screen that it was moved to', () => {
    expect(place([MAIN, SECOND], onSecond, WIDTH)).toEqual({ x: 1366, y: 0, width: 340, height: 1040 })
  })

  test('on the main screen while its own is gone, and back on it when it returns', () => {
    expect(place([MAIN], onSecond, WIDTH).x).toBe(0)
    expect(place([MAIN, SECOND], onSecond, WIDTH).x).toBe(1366)
  })

  test('a screen that came back under another number is known by where and how large it is', () => {
    expect(place([MAIN, { ...SECOND, id: 77 }], onSecond, WIDTH).x).toBe(1366)
  })

  test('a screen whose scaling or resolution changed is the same screen', () => {
    const scaled = display(2, 1366, 1280, 720)
    expect(place([MAIN, scaled], onSecond, WIDTH)).toMatchObject({ x: 1366, height: 680 })
  })

  test('no wider than its screen, and nowhere where there is no screen', () => {
    expect(place([display(1, 0, 320)], atFirst, WIDTH)).toMatchObject({ x: 0, width: 320 })
    expect(place([], atFirst, WIDTH).height).toBe(0)
  })
})

describe('moving the strip', () => {
  test('walks over every edge of all screens, from left to right', () => {
    const stops: number[] = []
    let dock: StripDock = { edge: 'left', screen: null }
    for (let step = 0; step < 4; step += 1) {
      stops.push(place([SECOND, MAIN], dock, WIDTH).x)
      dock = dockBeside([SECOND, MAIN], dock, 'right')
    }
    expect(stops).toEqual([0, 1026, 1366, 2946])
  })

  test('stays at the last edge', () => {
    const last: StripDock = { ...onSecond, edge: 'right' }
    expect(dockBeside([MAIN, SECOND], last, 'right')).toEqual(last)
  })
})

const displays = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      x: fc.integer({ min: -6000, max: 6000 }),
      width: fc.integer({ min: 200, max: 7680 }),
      height: fc.integer({ min: 200, max: 4320 }),
    }),
    { minLength: 1, maxLength: 4, selector: ({ id }) => id },
  )
  .map((screens) =>
    screens.map(({ id, x, width, height }, index) => display(id, x, width, height, index === 0)),
  )
const docks = fc.record({
  edge: fc.constantFrom('left' as const, 'right' as const),
  screen: fc.option(
    fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      x: fc.integer(),
      y: fc.integer(),
      width: fc.nat(),
      height: fc.nat(),
    }),
  ),
})

describe('whatever screens there are and whatever was remembered', () => {
  test('the strip lies whole inside the work area of one of them, at its edge', () => {
    fc.assert(
      fc.property(displays, docks, fc.integer({ min: 44, max: 700 }), (screens, dock, width) => {
        const at = place(screens, dock, width)
        const area = screens
          .map(({ workArea }) => workArea)
          .find(
            (each) => at.x >= each.x && at.x + at.width <= each.x + each.width && at.height === each.height,
          )
        expect(area).toBeDefined()
      }),
    )
  })

  test('one step back undoes one step forth, unless there was no further edge', () => {
    fc.assert(
      fc.property(displays, docks, (screens, dock) => {
        const moved = dockBeside(screens, dock, 'right')
        if (moved === dock) return
        expect(place(screens, dockBeside(screens, moved, 'left'), WIDTH)).toEqual(place(screens, dock, WIDTH))
      }),
    )
  })
})
