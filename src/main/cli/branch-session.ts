import { join } from 'node:path'
import { type EngineName, type InputOf, operationNamed, type ResultOf } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { civilDateAt } from '../../shared/domain/calendar/civil-date.ts'
import { openLog } from '../diagnosis/log-file.ts'
import { ProgramWatch } from '../diagnosis/program-watch.ts'
import { askEngine, parseInput } from '../ipc/router.ts'
import type { OpenSession } from '../session/open-session.ts'
import { SessionController } from '../session/session-controller.ts'
import { DEMO_BRANCH, type DemoPlan, type SessionOptions } from '../session/session-options.ts'
import { inspectStore } from '../vault/store-faults.ts'
import { readVaultFile, VAULT_FILE } from '../vault/vault-file.ts'
import { type Arguments, UsageError } from './arguments.ts'
import type { CommandContext } from './command.ts'
import { passphraseOf } from './passphrase.ts'
import { permitsOnCommandLine } from './permits.ts'
import { ProgressLine } from './progress-line.ts'

/** A signed-in branch for the length of one command. */
export interface BranchSession extends OpenSession {
  /** The passphrase that opened it, for a backup's recovery slot. */
  readonly passphrase: string
  /** Asks the engine as a window would. Throws `call.notAllowed` and what the operation throws. */
  ask<N extends EngineName>(name: N, input: InputOf<N>): Promise<ResultOf<N>>
}

/** Signs in, works, and closes the branch whatever happened. */
export async function withBranch<T>(
  given: Arguments,
  context: CommandContext,
  work: (session: BranchSession) => Promise<T>,
): Promise<T> {
  const dataFolder = given.folder('data-dir')
  if (inspectStore(dataFolder).state === 'no-branch') throw new AppError('session.noBranch')
  const staffNo = staffNoOf(given, context, dataFolder)
  const passphrase = await passphraseOf(context)
  const sessions = new SessionController(sessionOptions(dataFolder, context))
  try {
    await sessions.signIn(staffNo, passphrase)
    return await work(sessionOf(sessions.opened(), passphrase))
  } finally {
    await sessions.close()
  }
}

/** `--staff`, `HUIYAN_STAFF`, or the only one who can sign in. */
export function staffNoOf(given: Arguments, { env }: CommandContext, dataFolder: string): string {
  const named = given.text('staff') ?? env.HUIYAN_STAFF
  if (named !== undefined && named !== '') return named
  const [only, another] = Object.keys(readVaultFile(join(dataFolder, VAULT_FILE)).slots)
  if (only === undefined || another !== undefined) {
    throw new UsageError('--staff is required where more than one can sign in')
  }
  return only
}

export function sessionOptions(
  dataFolder: string,
  { nowAt, worker, protector, env, say }: CommandContext,
  demo: Partial<DemoPlan> = {},
): SessionOptions {
  const progress = new ProgressLine(say)
  return {
    dataFolder,
    protector,
    engine: { worker, nativeBinding: env.HUIYAN_SQLITE_BINDING, readers: 0 },
    // A command ends by itself and is never left alone, so it has no idle lock.
    clock: { nowAt, after: () => () => {} },
    watch: new ProgramWatch(openLog({ dataFolder, of: 'command-line', console: false }), nowAt),
    demo: { ...DEMO_BRANCH, asOf: civilDateAt(nowAt()), ...demo },
    keepsFactsOfToday: false,
    publish: (topic, message) => progress.hear(topic, message),
  }
}

function sessionOf(open: OpenSession, passphrase: string): BranchSession {
  const { staff } = open
  return {
    ...open,
    passphrase,
    ask: async (name, input) => {
      const operation = operationNamed(name)
      if (operation === undefined) throw new AppError('call.unknownOperation')
      if (!permitsOnCommandLine(operation, staff)) throw new AppError('call.notAllowed', { role: staff.role })
      // The engine answers each name with the contract's result for it.
      return (await askEngine(open, name, parseInput(operation, input))) as ResultOf<typeof name>
    },
  }
}
