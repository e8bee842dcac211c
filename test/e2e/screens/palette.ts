/** A dot of a picture as a canvas holds it: the lowest byte is red, then green, blue and opacity. */
export type Colour = number

const HUE_WEIGHT = 6

/**
 * From here on two colours are plainly different, and what counts is how much of the picture has them. Without an end to it
 * the rare dark shades at the edges of letters take the place of the light grey of lines and of switches that are off.
 */
const PLAINLY_DIFFERENT = 2500

/**
 * The few colours that a picture is drawn with, and which of them each of its own becomes.
 * @param counts how many dots have each colour
 * @param most how many colours there may be
 */
export function paletteOf(counts: ReadonlyMap<Colour, number>, most: number): ReadonlyMap<Colour, Colour> {
  const nearest = new Map<Colour, { readonly colour: Colour; readonly away: number }>()
  // Each next colour is the one whose dots are, all together, furthest from those that were taken.
  for (let taken = 0; taken < Math.min(most, counts.size); taken += 1) {
    const next = furthest(counts, (colour) => nearest.get(colour)?.away ?? Number.POSITIVE_INFINITY)
    for (const colour of counts.keys()) {
      const away = distance(colour, next)
      const before = nearest.get(colour)
      if (before === undefined || away < before.away) nearest.set(colour, { colour: next, away })
    }
  }
  return new Map(Array.from(nearest, ([colour, to]) => [colour, to.colour]))
}

function furthest(counts: ReadonlyMap<Colour, number>, awayOf: (colour: Colour) => number): Colour {
  let [found, heaviest] = [0, -1]
  for (const [colour, dots] of counts) {
    const weight = Math.sqrt(dots) * Math.min(awayOf(colour), PLAINLY_DIFFERENT)
    if (weight > heaviest) [found, heaviest] = [colour, weight]
  }
  return found
}

/** How different two colours look: a wrong hue is seen sooner than a wrong shade of a letter's edge. */
function distance(a: Colour, b: Colour): number {
  const red = (a & 255) - (b & 255)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = ((a >> 16) & 255) - ((b >> 16) & 255)
  const light = 0.3 * red + 0.59 * green + 0.11 * blue
  return light ** 2 + HUE_WEIGHT * ((red - light) ** 2 + (blue - light) ** 2)
}
