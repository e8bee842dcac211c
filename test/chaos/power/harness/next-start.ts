import { type EngineWatch, UNWATCHED } from '../../../../src/main/engine/watch.ts'
import { systemClock } from '../../../../src/main/session/clock.ts'
import { SessionController } from '../../../../src/main/session/session-controller.ts'
import { DEMO_BRANCH } from '../../../../src/main/session/session-options.ts'
import { plainProtector } from '../../../../src/main/vault/device-protector.ts'
import { inspectStore } from '../../../../src/main/vault/store-faults.ts'
import { Vault } from '../../../../src/main/vault/vault.ts'
import { AppError } from '../../../../src/shared/domain/branch/app-error.ts'
import { FOUNDER } from '../../../support/router/open-house.ts'
import type { ChaosBranch } from '../../harness/chaos-branch.ts'

/** A branch that was started after the power came back, or why it was not. */
export type NextStart =
  | { readonly state: 'opened'; readonly passphrase: string; readonly branch: ChaosBranch }
  | { readonly state: 'no-branch' }
  | { readonly state: 'refused'; readonly why: string }

const ENGINE_WORKER = new URL('../../../../src/main/engine-worker.ts', import.meta.url)

/** Starts the program on a folder, signs in with the first passphrase that opens it, signs out, and keeps the data key. */
export async function startAgain(folder: string, passphrases: readonly string[]): Promise<NextStart> {
  const condition = inspectStore(folder)
  if (condition.state === 'no-branch') return { state: 'no-branch' }
  if (condition.state === 'faulty') return { state: 'refused', why: inWords(condition.fault) }
  const reasons: string[] = []
  for (const passphrase of passphrases) {
    const sessions = sessionsIn(folder)
    try {
      await sessions.signIn(FOUNDER.no, passphrase)
      await sessions.close()
      const vault = Vault.at(folder, plainProtector)
      const { dataKey } = await vault.unlock(FOUNDER.no, passphrase, Date.now())
      return { state: 'opened', passphrase, branch: { folder, dataKey, remove: () => undefined } }
    } catch (error) {
      reasons.push(error instanceof AppError ? inWords(error) : String(error))
      await sessions.close()
    }
  }
  return { state: 'refused', why: reasons.join(', ') }
}

/** Founds a branch where there is none. @returns why it cannot, or null */
export async function foundAgain(folder: string): Promise<string | null> {
  const sessions = sessionsIn(folder)
  const founder = { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase, staffName: FOUNDER.no }
  try {
    await sessions.createBranch({ ...founder, kind: 'new', branchName: '测试网点', role: 'head' })
    return null
  } catch (error) {
    return error instanceof AppError ? inWords(error) : String(error)
  } finally {
    await sessions.close()
  }
}

/** One engine thread: whoever only looks whether a branch opens needs no others. */
export function sessionsIn(dataFolder: string, watch: EngineWatch = UNWATCHED): SessionController {
  return new SessionController({
    dataFolder,
    protector: plainProtector,
    watch,
    engine: { worker: ENGINE_WORKER, readers: 0 },
    clock: systemClock,
    demo: { ...DEMO_BRANCH, asOf: '2026-11-20' },
    keepsFactsOfToday: false,
    publish: () => undefined,
  })
}

function inWords({ code, detail }: Pick<AppError, 'code' | 'detail'>): string {
  return `${code} ${JSON.stringify(detail)}`
}
