import type { ParsedInputOf, ResultOf, ShellName } from '../../shared/contract/index.ts'

/** Who sent a call: a frame of one of our windows, or the command line of this process. */
export interface Sender {
  /** The window, where one is concerned: dialogs and print previews belong to it. */
  readonly windowId: number
  /** The address of the frame that sent the call; empty when the frame is gone. */
  readonly frameUrl: string
  /** False for a frame inside a page; only a window's own page may call. */
  readonly mainFrame: boolean
}

/** Decides whether a call is ours at all; the shell knows the scheme and the windows it opened. */
export type TrustsSender = (sender: Sender) => boolean

/** One task of the main process. The router has checked sender, session, role and input before it runs. */
export type ShellTask<N extends ShellName> = (
  input: ParsedInputOf<N>,
  sender: Sender,
) => ResultOf<N> | Promise<ResultOf<N>>

/** One function for every operation that the engine cannot do; leaving one out does not compile. */
export type ShellTasks = { readonly [N in ShellName]: ShellTask<N> }

/** The tasks whose names begin with a feature's name. */
export type ShellTasksOf<Feature extends string> = Pick<
  ShellTasks,
  Extract<ShellName, `${Feature}.${string}`>
>

/** What needs a window, a printer or the runtime's own figures; the shell brings these. */
export type WindowTasks = ShellTasksOf<'followups'> &
  ShellTasksOf<'notices'> &
  ShellTasksOf<'strip'> &
  Pick<ShellTasks, 'session.appInfo' | 'lists.preview' | 'lists.print'>
