import type { ParsedInputOf, ResultOf, ShellName } from '../../shared/contract/index.ts'
import type { Sender } from './sender.ts'

/** One task of the main process. The door has checked sender, session, role and input before it runs. */
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
  Pick<ShellTasks, 'session.appInfo'>
