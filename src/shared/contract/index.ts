import type { z } from 'zod'
import { arrivals } from './arrivals.ts'
import { audit } from './audit.ts'
import { consents } from './consents.ts'
import { customers } from './customers.ts'
import { diagnosis } from './diagnosis.ts'
import { followups } from './followups.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { intents } from './intents.ts'
import { leads } from './leads.ts'
import { lists } from './lists.ts'
import { lobby } from './lobby.ts'
import { notices } from './notices.ts'
import type { Operation } from './operation.ts'
import { privacy } from './privacy.ts'
import { prompts } from './prompts.ts'
import { referrals } from './referrals.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { staff } from './staff.ts'
import { strip } from './strip.ts'
import { undo } from './undo.ts'

const features = {
  arrivals,
  session,
  staff,
  customers,
  consents,
  lists,
  lobby,
  intents,
  leads,
  followups,
  imports,
  home,
  settings,
  audit,
  strip,
  privacy,
  referrals,
  prompts,
  notices,
  diagnosis,
  undo,
}

type Features = typeof features
type Declared = { [F in keyof Features]: Features[F][keyof Features[F]] }[keyof Features]

/** Every operation there is. */
export type AnyOperation = Declared
export type OperationName = AnyOperation['name']

type Named<N extends OperationName> = Extract<AnyOperation, { name: N }>
/** What a window sends. */
export type InputOf<N extends OperationName> = z.input<Named<N>['input']>
/** What a handler receives after the schema filled its defaults. */
export type ParsedInputOf<N extends OperationName> = z.output<Named<N>['input']>
export type ResultOf<N extends OperationName> =
  Named<N> extends Operation<string, z.ZodType, infer R, 'read' | 'write', 'engine' | 'shell'> ? R : never

export type EngineReadName = Extract<AnyOperation, { place: 'engine'; access: 'read' }>['name']
export type EngineWriteName = Extract<AnyOperation, { place: 'engine'; access: 'write' }>['name']
export type EngineName = EngineReadName | EngineWriteName
export type ShellName = Extract<AnyOperation, { place: 'shell' }>['name']

const byName: ReadonlyMap<string, AnyOperation> = new Map(
  Object.values(features)
    .flatMap((feature): AnyOperation[] => Object.values(feature))
    .map((each) => [each.name, each]),
)

/** The operation of that name, or undefined where a window asks for something that does not exist. */
export function operationNamed(name: string): AnyOperation | undefined {
  return byName.get(name)
}

export const OPERATION_NAMES: readonly OperationName[] = [...byName.values()].map((each) => each.name)
