/** Settings: this PC, the branch's rules, staff, the working calendar, about. */
export const settings = { thisPcHint: 'For this PC only; other PCs keep their own.' }
