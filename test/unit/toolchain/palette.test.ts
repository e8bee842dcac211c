import { describe, expect, it } from 'vitest'
import { paletteOf } from '../../e2e/screens/palette.ts'

/** The colours of a screen with tags and grey letters, and how many dots have each: a line is light grey, as is a switch. */
const LINE = '#ced4da'
const SWITCH = '#dee2e6'
const SCREEN = {
  '#ffffff': 890_000,
  '#c3fae8': 79_000,
  '#087f5b': 4100,
  [LINE]: 1400,
  [SWITCH]: 400,
  '#f3d9fa': 2900,
  '#d0ebff': 1900,
  '#ffe8cc': 1700,
  '#000000': 1800,
  '#c92a2a': 1300,
  '#055f44': 1000,
  '#5f666c': 500,
  '#862e9c': 250,
  '#12528f': 250,
  '#9c3400': 250,
  // The edges of letters.
  '#e18a8a': 140,
  '#c1c1c1': 700,
  '#656b71': 390,
  '#71767b': 330,
  '#64ac96': 300,
  '#383838': 120,
} as const

describe('a picture of few colours', () => {
  it('keeps the light grey of lines and switches beside rarer, stronger colours', () => {
    const drawn = drawnWith(SCREEN, 16)
    expect(drawn(LINE)).toBe(LINE)
    expect(drawn(SWITCH)).toBe(LINE)
  })

  it('has every colour as it is where there are no more than may be', () => {
    const drawn = drawnWith({ '#ffffff': 10, '#000000': 1, '#fefefe': 1 }, 3)
    expect(['#ffffff', '#000000', '#fefefe'].map(drawn)).toEqual(['#ffffff', '#000000', '#fefefe'])
  })

  it('has no more colours than may be', () => {
    const counts = new Map(Object.entries(SCREEN).map(([colour, dots]) => [dotOf(colour), dots]))
    expect(new Set(paletteOf(counts, 5).values()).size).toBe(5)
  })
})

function drawnWith(screen: Readonly<Record<string, number>>, most: number): (colour: string) => string {
  const palette = paletteOf(
    new Map(Object.entries(screen).map(([colour, dots]) => [dotOf(colour), dots])),
    most,
  )
  return (colour) => nameOf(palette.get(dotOf(colour)) ?? 0)
}

/** As a canvas holds it, without looking through. */
function dotOf(name: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(name.slice(at, at + 2), 16))
  return new Uint32Array(new Uint8Array([red ?? 0, green ?? 0, blue ?? 0, 255]).buffer)[0] ?? 0
}

function nameOf(dot: number): string {
  const [red, green, blue] = new Uint8Array(new Uint32Array([dot]).buffer)
  return `#${[red, green, blue].map((byte) => (byte ?? 0).toString(16).padStart(2, '0')).join('')}`
}
