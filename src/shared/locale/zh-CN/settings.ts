/** Settings: this PC, the branch's rules, staff, the working calendar, about. */
export const settings = { thisPcHint: '只对这台电脑有效,不影响别的电脑。' }
