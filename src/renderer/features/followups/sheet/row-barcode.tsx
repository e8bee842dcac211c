import { useMemo } from 'react'
import classes from '../../../shared/print/sheet.module.css'
import { code128Bars, QUIET_MODULES } from './code-128.ts'

/** Ten thousandths of an inch: what cheap counter scanners and 300 dpi printers both manage. */
const MODULE_MM = 0.254
/** The height of the printed bars (F5). Our own default. */
const HEIGHT_MM = 8

/** A row's barcode with its text below, for the evening when the scanner is elsewhere. The rows of a draft have none. */
export function RowBarcode({ text }: { readonly text: string | null }) {
  return text === null ? null : <Bars text={text} />
}

function Bars({ text }: { readonly text: string }) {
  const { modules, path } = useMemo(() => code128Bars(text), [text])
  const units = modules + 2 * QUIET_MODULES
  return (
    <div className={classes.barcode}>
      <svg
        role="img"
        aria-label={text}
        viewBox={`-${QUIET_MODULES} 0 ${units} 1`}
        preserveAspectRatio="none"
        style={{ width: `${units * MODULE_MM}mm`, height: `${HEIGHT_MM}mm` }}
        shapeRendering="crispEdges"
      >
        <path d={path} />
      </svg>
      <span>{text}</span>
    </div>
  )
}
