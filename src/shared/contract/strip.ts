import { z } from 'zod'
import { COUNTER } from '../domain/branch/roles.ts'
import { shellTask } from './operation.ts'

const nothing = z.strictObject({})
const edge = z.enum(['left', 'right'])

export type StripEdge = z.infer<typeof edge>

/** Where the strip belongs: an edge, and the screen as it was last seen; null is the main screen. */
export interface StripDock {
  readonly edge: StripEdge
  readonly screen: {
    readonly id: number
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
}

/** Keys that raise the strip from any program: Ctrl or Alt among them, so that no letter is taken from other programs. */
export const stripShortcut = z
  .string()
  .max(40)
  .regex(/^(?=.*(?:Control|Alt)\+)(?:(?:Control|Alt|Shift)\+){1,3}(?:[A-Z]|\d|F(?:[1-9]|1\d|2[0-4]))$/)

export const DEFAULT_STRIP_SHORTCUT = 'Control+Alt+H'

/** How the strip stands on this PC. */
export interface StripView {
  readonly edge: StripEdge
  readonly folded: boolean
  readonly shortcut: string
  /** False where another program holds the keys: then only the code and the menu raise the strip. */
  readonly shortcutWorks: boolean
}

/**
 * The counter strip beside the teller's core-banking window. It comes forward only when somebody asks for it. Where it
 * stands is anyone's to change, also while nobody is signed in: it shows nobody then, and may lie in the way.
 */
export const strip = {
  state: shellTask('strip.state', 'anyone', nothing).returns<StripView>(),
  show: shellTask('strip.show', COUNTER, nothing).returns<null>(),
  hide: shellTask('strip.hide', 'anyone', nothing).returns<null>(),
  /** Folded it is a narrow bar with a lamp and a count. */
  fold: shellTask('strip.fold', 'anyone', z.strictObject({ folded: z.boolean() })).returns<null>(),
  /** One edge further to the left or the right, over all screens. */
  move: shellTask('strip.move', 'anyone', z.strictObject({ towards: edge })).returns<null>(),
  /** Refused with `strip.shortcutTaken` where another program holds the keys; the last ones stay then. */
  setShortcut: shellTask(
    'strip.setShortcut',
    COUNTER,
    z.strictObject({ shortcut: stripShortcut }),
  ).returns<null>(),
  /** Gives the focus back to the program that had it. */
  release: shellTask('strip.release', 'anyone', nothing).returns<null>(),
  /** Shows a person in the workstation window and brings that forward. */
  openPerson: shellTask(
    'strip.openPerson',
    COUNTER,
    z.strictObject({ customerUid: z.uuid() }),
  ).returns<null>(),
}
