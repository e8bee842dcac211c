import type { Page } from 'playwright-core'
import { type Colour, paletteOf } from './palette.ts'

/**
 * A window of this program has few colours: with these its letters stay sharp, and a picture is a tenth as big. One more,
 * and a dot would take twice the room.
 */
const COLOURS = 16

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
  const palette = paletteOf(new Map(await window.evaluate(countColours, data)), COLOURS)
  const webp = await window.evaluate(drawnWith, { png: data, palette: [...palette] })
  return Buffer.from(webp, 'base64')
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

/** Runs in the window: how many dots have each colour. */
async function countColours(png: string): Promise<readonly (readonly [Colour, number])[]> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const counts = new Map<Colour, number>()
  for (const colour of new Uint32Array(data.buffer)) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
}

/** Runs in the window, whose own encoder writes WebP without loss at quality 1: nothing to install. */
async function drawnWith(given: {
  readonly png: string
  readonly palette: readonly (readonly [Colour, Colour])[]
}): Promise<string> {
  const bytes = Uint8Array.from(atob(given.png), (letter) => letter.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const colours = new Uint32Array(pixels.data.buffer)
  const palette = new Map(given.palette)
  for (const [at, colour] of colours.entries()) colours[at] = palette.get(colour) ?? colour
  context.putImageData(pixels, 0, 0)
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 1 })
  const coded = new Uint8Array(await webp.arrayBuffer())
  return btoa(Array.from(coded, (byte) => String.fromCharCode(byte)).join(''))
}
