import { z } from 'zod'
import { EVERYONE, type Role } from '../domain/branch/roles.ts'
import { staffNo } from './fields.ts'
import { query, shellTask } from './operation.ts'

export interface SessionStaff {
  readonly no: string
  readonly name: string
  readonly role: Role
}

export interface BranchView {
  readonly name: string
  /** A demo branch is marked as such on every screen and printed sheet. */
  readonly demo: boolean
}

/** What a keeper of the branch may accept with a reason, so that work goes on. */
export const ACCEPTABLE_FAULTS = [
  'engine.walMissing',
  'engine.chainShort',
  'engine.chainChanged',
  'engine.witnessMissing',
  'engine.clockBehind',
  'engine.clockAhead',
] as const
export type AcceptableFault = (typeof ACCEPTABLE_FAULTS)[number]

export function isAcceptable(code: string): code is AcceptableFault {
  return ACCEPTABLE_FAULTS.some((each) => each === code)
}

/** A condition of the stored files that staff must act on before anything can be opened. */
export interface StoreFault {
  readonly code:
    | 'engine.damaged'
    | 'engine.wrongKey'
    | AcceptableFault
    | 'engine.tooNew'
    | 'engine.readOnly'
    | 'engine.diskFull'
    | 'vault.unreadable'
    | 'vault.deviceMismatch'
    | 'vault.tooNew'
    | 'session.beingRestored'
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

export type SessionView =
  | { readonly state: 'no-branch' }
  | { readonly state: 'faulty'; readonly fault: StoreFault }
  | { readonly state: 'signed-out'; readonly branchName: string }
  /** The passphrase is somebody else's gift: nothing is answered before its owner has chosen an own one. */
  | { readonly state: 'passphrase-due'; readonly branch: BranchView; readonly staff: SessionStaff }
  | { readonly state: 'locked'; readonly branch: BranchView; readonly staff: SessionStaff }
  | {
      readonly state: 'open'
      readonly branch: BranchView
      readonly staff: SessionStaff
      /** The day the screens speak of: today, or the demo branch's own day. */
      readonly todayOn: string
    }

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly dataFolder: string
}

/** Anything that may be typed for a passphrase; whether it is strong enough is the vault's to say. */
export const passphrase = z.string().min(1).max(256)

export const session = {
  state: shellTask('session.state', 'anyone', z.strictObject({})).returns<SessionView>(),
  createBranch: shellTask(
    'session.createBranch',
    'anyone',
    z.strictObject({
      kind: z.enum(['demo', 'new']),
      branchName: z.string().trim().min(1).max(60),
      staffNo,
      staffName: z.string().trim().min(1).max(40),
      passphrase,
    }),
  ).returns<SessionView>(),
  signIn: shellTask(
    'session.signIn',
    'anyone',
    z.strictObject({ staffNo, passphrase }),
  ).returns<SessionView>(),
  /**
   * A head or an administrator goes on although the audit's chain lacks something, or the clock is in doubt; the reason
   * stands in the audit.
   */
  acceptDoubts: shellTask(
    'session.acceptDoubts',
    'anyone',
    z.strictObject({ staffNo, passphrase, reason: z.string().trim().max(200) }),
  ).returns<SessionView>(),
  unlock: shellTask('session.unlock', 'anyone', z.strictObject({ passphrase })).returns<SessionView>(),
  /** Chooses an own passphrase in place of one that was reset; asked for by nobody else. */
  renewPassphrase: shellTask(
    'session.renewPassphrase',
    'anyone',
    z.strictObject({ next: passphrase }),
  ).returns<SessionView>(),
  lock: shellTask('session.lock', EVERYONE, z.strictObject({})).returns<SessionView>(),
  signOut: shellTask('session.signOut', 'anyone', z.strictObject({})).returns<SessionView>(),
  /** Tells the idle lock that somebody is at the counter; sent at most every few seconds. */
  touch: shellTask('session.touch', EVERYONE, z.strictObject({})).returns<null>(),
  appInfo: shellTask('session.appInfo', 'anyone', z.strictObject({})).returns<AppInfo>(),
  /** Who the engine thinks is asking; the smallest round trip there is, and the floor of the benches. */
  whoami: query('session.whoami', EVERYONE, z.strictObject({}), { reads: [] }).returns<SessionStaff>(),
}
