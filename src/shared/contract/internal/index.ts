import type { Access } from '../operation.ts'
import { audit } from './audit.ts'
import { branch, staff } from './branch.ts'
import { facts, maintenance } from './customers.ts'
import type { Internal, JobDeclaration } from './declaration.ts'
import { demo } from './demo.ts'
import { imports } from './imports.ts'
import { lists } from './lists.ts'
import { arrivals, lobby } from './lobby.ts'
import { consents, privacy } from './privacy.ts'
import { followups, notices, referrals } from './work.ts'

const features = {
  arrivals,
  audit,
  branch,
  consents,
  demo,
  facts,
  followups,
  imports,
  lists,
  lobby,
  maintenance,
  notices,
  referrals,
  staff,
  privacy,
}

type Features = typeof features
type Declared = { [F in keyof Features]: Features[F][keyof Features[F]] }[keyof Features]
type AnyInternal = Extract<Declared, { readonly kind: 'internal' }>
type AnyJob = Extract<Declared, { readonly kind: 'job' }>

/** Every operation that only the program itself calls. */
export type InternalName = AnyInternal['name']
export type InternalReadName = Extract<AnyInternal, { readonly access: 'read' }>['name']
/** Every job there is. */
export type JobName = AnyJob['name']

type InternalNamed<N extends InternalName> = Extract<AnyInternal, { readonly name: N }>
export type InternalInputOf<N extends InternalName> =
  InternalNamed<N> extends Internal<string, Access, infer Input, unknown> ? Input : never
export type InternalResultOf<N extends InternalName> =
  InternalNamed<N> extends Internal<string, Access, unknown, infer Result> ? Result : never

type JobNamed<N extends JobName> = Extract<AnyJob, { readonly name: N }>
export type JobInputOf<N extends JobName> =
  JobNamed<N> extends JobDeclaration<string, infer Input, unknown, unknown> ? Input : never
export type JobProgressOf<N extends JobName> =
  JobNamed<N> extends JobDeclaration<string, unknown, infer Progress, unknown> ? Progress : never
export type JobResultOf<N extends JobName> =
  JobNamed<N> extends JobDeclaration<string, unknown, unknown, infer Result> ? Result : never

const declared: readonly Declared[] = Object.values(features).flatMap((feature): Declared[] =>
  Object.values(feature),
)
const internals: readonly AnyInternal[] = declared.filter((each) => each.kind === 'internal')
const byName: ReadonlyMap<string, AnyInternal> = new Map(internals.map((each) => [each.name, each]))

/** The declaration of that name, or undefined where it is a window's operation, a job or nothing at all. */
export function internalNamed(name: string): AnyInternal | undefined {
  return byName.get(name)
}

export const INTERNAL_NAMES: readonly InternalName[] = internals.map(({ name }) => name)
export const JOB_NAMES: readonly JobName[] = declared
  .filter((each) => each.kind === 'job')
  .map(({ name }) => name)
