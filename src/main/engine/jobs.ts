import type { JobInputOf, JobName, JobProgressOf, JobResultOf } from '../../shared/contract/internal/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import type { Runner } from './runner.ts'
import type { TableName } from './schema.ts'

/**
 * Long work on the writer thread: a generator that does a little, in its own short transaction, and yields. Between two
 * steps the thread answers everyone else, so a teller's flag never waits for an import. A step should take under 30 ms.
 * Cancelling is `signal`: the job itself undoes what it began, then returns.
 */
export type Job<Input, Progress, Result> = (
  context: JobContext,
  input: Input,
) => AsyncGenerator<JobStep<Progress>, Result, void>

export interface JobContext {
  readonly runner: Runner
  readonly staff: SessionStaff
  readonly signal: AbortSignal
}

export interface JobStep<Progress> {
  /** Null where there is nothing new to tell. */
  readonly progress: Progress | null
  readonly tables: readonly TableName[]
}

/** The job of that name, as it is declared. */
export type JobOf<N extends JobName> = Job<JobInputOf<N>, JobProgressOf<N>, JobResultOf<N>>

/** One generator for every declared job; leaving one out does not compile. */
export type DeclaredJobs = { readonly [N in JobName]: JobOf<N> }

/** The part of the jobs whose names begin with a feature's name. */
export type JobsOf<Feature extends string> = Pick<DeclaredJobs, Extract<JobName, `${Feature}.${string}`>>

/** A job of any kind, as the thread holds it. */
export type AnyJob = Job<never, unknown, unknown>
export type Jobs = Readonly<Record<string, AnyJob>>
