import type { BrowserWindow } from 'electron'
import type { Publish } from '../../shared/contract/topics.ts'
import type { ShellTasksOf } from '../ipc/shell-tasks.ts'
import type { StripWindow } from './strip-window.ts'
import { bringForward } from './workstation-window.ts'

/** What the strip asks of its own window, and of the workstation's. */
export function stripTasks(
  strip: StripWindow,
  workstation: () => BrowserWindow,
  publish: Publish,
): ShellTasksOf<'strip'> {
  return {
    'strip.state': () => strip.view,
    'strip.show': () => {
      strip.show()
      return null
    },
    'strip.hide': () => {
      strip.hide()
      return null
    },
    'strip.fold': ({ folded }) => {
      strip.fold(folded)
      return null
    },
    'strip.move': ({ towards }) => {
      strip.move(towards)
      return null
    },
    'strip.setShortcut': ({ shortcut }) => {
      strip.useShortcut(shortcut)
      return null
    },
    'strip.release': () => {
      strip.release()
      return null
    },
    'strip.openPerson': ({ customerUid }) => {
      bringForward(workstation())
      publish('navigate', { screen: 'customer', customerUid })
      return null
    },
  }
}
