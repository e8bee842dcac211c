import type { ImportSurvey } from '../../shared/contract/import-survey.ts'
import type { SurveyOrder } from '../../shared/contract/internal/imports.ts'
import type { RunningJob } from '../engine/pool.ts'
import type { OpenSession } from '../session/open-session.ts'
import type { SessionController } from '../session/session-controller.ts'

/** The dry passes over files that windows asked for, by the numbers that they gave them. */
export class RunningSurveys {
  readonly #sessions: SessionController
  readonly #running = new Map<string, RunningJob<ImportSurvey>>()

  constructor(sessions: SessionController) {
    this.#sessions = sessions
  }

  async start({ engine, staff }: OpenSession, surveyUid: string, order: SurveyOrder): Promise<ImportSurvey> {
    this.cancel(surveyUid)
    const job = engine.job('imports.survey', order, staff, (progress) =>
      this.#sessions.publish('survey', { ...progress, surveyUid }),
    )
    this.#running.set(surveyUid, job)
    try {
      return await job.done
    } finally {
      if (this.#running.get(surveyUid) === job) this.#running.delete(surveyUid)
    }
  }

  cancel(surveyUid: string): void {
    this.#running.get(surveyUid)?.cancel()
  }
}
