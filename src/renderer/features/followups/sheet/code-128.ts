import { code128, type DrawingContext } from 'bwip-js/browser'

/** A barcode as strokes of an SVG path, one unit of width a module and one unit of height in all. */
export interface Bars {
  readonly modules: number
  readonly path: string
}

/**
 * Units that the library draws for one module. Even, because it gives the middle of a bar as a whole number, and would
 * move bars of an odd width by half a unit.
 */
const UNITS_PER_MODULE = 2

/**
 * The bars of a Code 128 symbol, without quiet zones: whoever draws it leaves `QUIET_MODULES` free on both sides.
 * @param text what `encodeRow` gave: capital letters and digits
 */
export function code128Bars(text: string): Bars {
  return code128({ bcid: 'code128', text, scaleX: UNITS_PER_MODULE }, new BarCollector())
}

/** ISO/IEC 15417: ten modules of white before and after the symbol. */
export const QUIET_MODULES = 10

/** Takes the library's upright lines and leaves out everything a barcode without text does not have. */
class BarCollector implements DrawingContext<Bars> {
  #width = 0
  #path = ''

  scale(): null {
    return null
  }

  measure() {
    return { width: 0, ascent: 0, descent: 0 }
  }

  init(width: number): void {
    this.#width = width
  }

  line(x0: number, _y0: number, _x1: number, _y1: number, width: number): void {
    const left = (x0 - width / 2) / UNITS_PER_MODULE
    const modules = width / UNITS_PER_MODULE
    this.#path += `M${left} 0h${modules}v1h-${modules}z`
  }

  polygon(): void {}
  hexagon(): void {}
  ellipse(): void {}
  fill(): void {}
  text(): void {}

  end(): Bars {
    return { modules: this.#width / UNITS_PER_MODULE, path: this.#path }
  }
}
