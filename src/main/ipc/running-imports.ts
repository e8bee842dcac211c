import { join } from 'node:path'
import type { ImportProfile } from '../../shared/contract/import-profile.ts'
import type { ImportProgress } from '../../shared/contract/imports.ts'
import type { KeptSheet } from '../../shared/contract/internal/imports.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { RunningJob } from '../engine/pool.ts'
import type { OpenSession } from '../session/open-session.ts'
import type { SessionController } from '../session/session-controller.ts'

/** Inside the data folder: what an import rejected, readable by the account that runs the product only. */
export const REJECT_FOLDER = 'rejects'

export interface ImportOrder {
  readonly profile: ImportProfile
  readonly folder: string
  readonly asOf: string | null
  readonly again: boolean
  readonly allowOlder: boolean
}

/** The imports that this process started; the engine refuses a second one while a run or an undo is under way. */
export class RunningImports {
  readonly #rejectFolder: string
  readonly #sessions: SessionController
  readonly #running = new Map<string, RunningJob<KeptSheet>>()

  constructor(sessions: SessionController) {
    this.#sessions = sessions
    this.#rejectFolder = join(sessions.dataFolder, REJECT_FOLDER)
  }

  /** Starts an import and answers with its number as soon as it has one. Rejects with what refused it before that. */
  start({ engine, staff }: OpenSession, order: ImportOrder): Promise<string> {
    return new Promise((resolve, reject) => {
      const input = { ...order, rejectFolder: this.#rejectFolder }
      const job = engine.job('imports.run', input, staff, (progress) => {
        this.#running.set(progress.importUid, job)
        this.#sessions.publish('import', progress)
        resolve(progress.importUid)
      })
      const ended = (): void => this.#forget(job)
      job.done.then(({ uid }) => resolve(uid), reject).finally(ended)
    })
  }

  /** Asks a running import to roll itself back. Throws `imports.notFound` where it is not running here. */
  cancel(importUid: string): void {
    const job = this.#running.get(importUid)
    if (job === undefined) throw new AppError('imports.notFound')
    job.cancel()
  }

  /** Takes a finished import back; resolves when nothing of it is left but its sheet. */
  async undo({ engine, staff }: OpenSession, importUid: string): Promise<void> {
    const tell = (progress: ImportProgress): void => this.#sessions.publish('import', progress)
    await engine.job('imports.undo', { importUid }, staff, tell).done
  }

  #forget(job: RunningJob<KeptSheet>): void {
    for (const [uid, each] of this.#running) if (each === job) this.#running.delete(uid)
  }
}
