import type { Page } from 'playwright-core'

/** A window of this program has few colours: with these its letters stay sharp, and a picture is a tenth as big. */
const COLOURS = 14
const HUE_WEIGHT = 6

/** What blinks or moves would make another picture of the same view. */
const STILL =
  '* { caret-color: transparent !important; animation: none !important; transition: none !important }'

/** The window as it stands, with nothing under the pointer, as a WebP without loss but of few colours. */
export async function picture(window: Page): Promise<Buffer> {
  await holdStill(window)
  await window.mouse.move(0, 0)
  const devtools = await window.context().newCDPSession(window)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
  await devtools.detach()
  return Buffer.from(
    await window.evaluate(inFewColours, { png: data, colours: COLOURS, hueWeight: HUE_WEIGHT }),
    'base64',
  )
}

/** Once a document: a style sheet that is made by script needs no leave of the page's policy. */
async function holdStill(window: Page): Promise<void> {
  await window.evaluate((still) => {
    if (document.adoptedStyleSheets.length > 0) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(still)
    document.adoptedStyleSheets.push(sheet)
  }, STILL)
}

/** Runs in the window, whose own encoder writes WebP without loss at quality 1: nothing to install. */
async function inFewColours(given: {
  readonly png: string
  readonly colours: number
  readonly hueWeight: number
}): Promise<string> {
  const bytes = Uint8Array.from(atob(given.png), (letter) => letter.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const words = new Uint32Array(pixels.data.buffer)
  const counts = new Map<number, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  // A wrong hue is seen sooner than a wrong shade of a letter's edge.
  const distance = (a: number, b: number) => {
    const red = (a & 255) - (b & 255)
    const green = ((a >> 8) & 255) - ((b >> 8) & 255)
    const blue = ((a >> 16) & 255) - ((b >> 16) & 255)
    const light = 0.3 * red + 0.59 * green + 0.11 * blue
    return light ** 2 + given.hueWeight * ((red - light) ** 2 + (blue - light) ** 2)
  }
  // Each next colour is the one whose dots are, all together, furthest from those that were taken.
  const far = new Map(Array.from(counts.keys(), (colour) => [colour, Number.POSITIVE_INFINITY]))
  const palette: number[] = []
  while (palette.length < Math.min(given.colours, counts.size)) {
    let [next, most] = [0, -1]
    for (const [colour, away] of far) {
      const weight = Math.sqrt(counts.get(colour) ?? 0) * Math.min(away, 1e6)
      if (weight > most) [next, most] = [colour, weight]
    }
    palette.push(next)
    for (const [colour, away] of far) far.set(colour, Math.min(away, distance(colour, next)))
  }
  const nearest = new Map<number, number>()
  for (const colour of counts.keys())
    nearest.set(
      colour,
      palette.reduce((best, each) => (distance(each, colour) < distance(best, colour) ? each : best)),
    )
  for (const [at, word] of words.entries()) words[at] = nearest.get(word) ?? word
  context.putImageData(pixels, 0, 0)
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 1 })
  const coded = new Uint8Array(await webp.arrayBuffer())
  return btoa(Array.from(coded, (byte) => String.fromCharCode(byte)).join(''))
}
