import classes from './sheet.module.css'

/** Enough marks that no half of a page is without one. */
const MARKS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

/** Who printed it and when, across every page: a fixed element is repeated on each page of a print. */
export function Watermark({ text }: { readonly text: string }) {
  return (
    <div className={classes.watermark} aria-hidden>
      {MARKS.map((mark) => (
        <span key={mark}>{text}</span>
      ))}
    </div>
  )
}
