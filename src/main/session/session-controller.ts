import type { RecordedAction } from '../../shared/contract/internal/audit.ts'
import type { BranchRow } from '../../shared/contract/internal/branch.ts'
import type { BranchView, SessionStaff, SessionView, StoreFault } from '../../shared/contract/session.ts'
import type { Publish } from '../../shared/contract/topics.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { branchDay } from '../../shared/domain/branch/branch-day.ts'
import type { AuditDetail } from '../engine/context.ts'
import type { EnginePool } from '../engine/pool.ts'
import type { TableName } from '../engine/schema.ts'
import { sweepLeftovers } from '../vault/leftovers.ts'
import { faultOf, inspectStore } from '../vault/store-faults.ts'
import { Vault } from '../vault/vault.ts'
import { type Acceptance, acceptDoubts } from './accept-doubts.ts'
import { DailyFacts } from './daily-facts.ts'
import { enterBranch } from './enter-branch.ts'
import { type Founding, foundBranch } from './found-branch.ts'
import { GuessGuard } from './guess-guard.ts'
import { IdleLock } from './idle-lock.ts'
import type { OpenSession } from './open-session.ts'
import { rememberChain, rememberEnd } from './remember-chain.ts'
import type { SessionOptions } from './session-options.ts'
import { StaffKeys } from './staff-keys.ts'

interface SignedIn extends OpenSession {
  readonly branch: BranchRow
  readonly locked: boolean
  /** The passphrase was given by somebody else and has to be replaced first. */
  readonly passphraseDue: boolean
  close(): Promise<void>
}

/**
 * Who sits at this workstation. Signing in opens the branch's database, signing out closes it; locking keeps it open
 * and calls refused. Transitions wait for each other.
 */
export class SessionController {
  readonly #options: SessionOptions
  readonly #idle: IdleLock
  readonly #facts: DailyFacts
  #seated: SignedIn | null = null
  #fault: StoreFault | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: SessionOptions) {
    this.#options = options
    // Windows that were left open over midnight count from another day now.
    this.#facts = new DailyFacts(options.clock, () => this.#publishView())
    // Locked it is in any case; only its audit row can fail, and whoever comes back to unlock meets the same fault.
    this.#idle = new IdleLock(options.clock, () => void this.lock('idle').catch(() => undefined))
  }

  get dataFolder(): string {
    return this.#options.dataFolder
  }

  get publish(): Publish {
    return this.#options.publish
  }

  nowAt(): number {
    return this.#options.clock.nowAt()
  }

  view(): SessionView {
    if (this.#seated !== null) return this.#seatedView(this.#seated)
    if (this.#fault !== null) return { state: 'faulty', fault: this.#fault }
    const condition = inspectStore(this.#options.dataFolder)
    return condition.state === 'ready' ? { state: 'signed-out', branchName: condition.branchName } : condition
  }

  /** Throws `session.signedOut`, `session.locked`, or `session.passphraseDue` before an own passphrase was chosen. */
  opened(): OpenSession {
    if (this.#seated === null) throw new AppError('session.signedOut')
    if (this.#seated.locked) throw new AppError('session.locked')
    if (this.#seated.passphraseDue) throw new AppError('session.passphraseDue')
    return this.#seated
  }

  /** Founds the branch and signs its founder in. Throws as `foundBranch` and `signIn`. */
  createBranch(founding: Founding): Promise<SessionView> {
    return this.#alone(async () => {
      if (this.#seated !== null) throw new AppError('session.alreadyOpen')
      await foundBranch(this.#options, founding)
      return this.#seat(founding.staffNo, founding.passphrase)
    })
  }

  /**
   * Throws `session.alreadyOpen`, `session.noBranch`, `session.wrongPassphrase`, `session.lockedOut`,
   * `session.inactiveStaff`, and `vault.*` or `engine.*` where the stored files are at fault.
   */
  signIn(staffNo: string, passphrase: string): Promise<SessionView> {
    return this.#alone(async () => {
      if (this.#seated !== null) throw new AppError('session.alreadyOpen')
      const condition = inspectStore(this.#options.dataFolder)
      sweepLeftovers(this.#options.dataFolder)
      if (condition.state === 'no-branch') throw new AppError('session.noBranch')
      if (condition.state === 'faulty')
        throw new AppError(condition.fault.code, { ...condition.fault.detail })
      return this.#seat(staffNo, passphrase)
    })
  }

  /** Goes on although the chain or the clock is in doubt, and signs in who accepted it. Throws as `acceptDoubts` and `signIn`. */
  acceptDoubts(acceptance: Acceptance): Promise<SessionView> {
    return this.#alone(async () => {
      if (this.#seated !== null) throw new AppError('session.alreadyOpen')
      await acceptDoubts(this.#options, acceptance)
      return this.#seat(acceptance.staffNo, acceptance.passphrase)
    })
  }

  /** Throws `session.signedOut`, `session.wrongPassphrase`, `session.lockedOut`. */
  unlock(passphrase: string): Promise<SessionView> {
    return this.#alone(async () => {
      const seated = this.#seated
      if (seated === null) throw new AppError('session.signedOut')
      await seated.keys.prove(seated.staff.no, passphrase, this.nowAt()).catch(async (error: unknown) => {
        await record(seated, 'session.unlockRefused')
        throw error
      })
      await record(seated, 'session.unlock')
      await this.#watchIdle(seated.engine, seated.staff)
      return this.#become({ ...seated, locked: false })
    })
  }

  /**
   * Replaces a passphrase that was reset; slot, then row: interrupted, the owner is asked once more.
   * Throws `session.signedOut`, `session.locked`, `session.weakPassphrase`, `session.samePassphrase`, and
   * `session.alreadyOpen` where nothing is due.
   */
  renewPassphrase(next: string): Promise<SessionView> {
    return this.#alone(async () => {
      const seated = this.#seated
      if (seated === null) throw new AppError('session.signedOut')
      if (seated.locked) throw new AppError('session.locked')
      if (!seated.passphraseDue) throw new AppError('session.alreadyOpen')
      const { engine, keys, staff } = seated
      await keys.replace(staff.no, next, this.nowAt())
      await engine.internal('staff.passphraseDue', { no: staff.no, due: false }, staff)
      await record(seated, 'staff.changePassphrase', { no: staff.no })
      return this.#become({ ...seated, passphraseDue: false })
    })
  }

  /** Refuses calls until the same person's passphrase; the screen goes blank, work under way goes on. */
  lock(cause: 'asked' | 'idle' | 'crash' = 'asked'): Promise<SessionView> {
    return this.#alone(async () => {
      const seated = this.#seated
      if (seated === null) throw new AppError('session.signedOut')
      if (seated.locked) return this.view()
      this.#idle.stop()
      const view = this.#become({ ...seated, locked: true })
      await record(seated, 'session.lock', { cause })
      return view
    })
  }

  /** Closes the database and forgets the key; without anybody at the counter it only looks at the files anew. */
  signOut(): Promise<SessionView> {
    return this.#alone(async () => {
      await this.#leave()
      return this.#publishView()
    })
  }

  /** The end of the process: as a sign-out, without telling anyone. */
  close(): Promise<void> {
    return this.#alone(() => this.#leave())
  }

  touch(): void {
    this.#idle.touch()
  }

  /** The machine woke up: what ran out while it slept has run out, and it may be another day. */
  woke(): void {
    this.#idle.look()
    this.#facts.look()
  }

  async #seat(staffNo: string, passphrase: string): Promise<SessionView> {
    try {
      this.#fault = null
      const seated = await this.#open(staffNo, passphrase)
      if (this.#options.keepsFactsOfToday) this.#keepFactsOfToday(seated)
      const view = this.#become(seated)
      this.#options.listener?.arrive(seated)
      return view
    } catch (error) {
      this.#fault = faultOf(error)
      if (this.#fault !== null) this.#publishView()
      throw error
    }
  }

  async #open(staffNo: string, passphrase: string): Promise<SignedIn> {
    const { dataFolder, protector, machineRanFor } = this.#options
    const vault = Vault.at(dataFolder, protector, machineRanFor)
    const unlocked = await vault.unlock(staffNo, passphrase, this.nowAt())
    const entry = { vault, staffNo, unlocked }
    const { open, dataKey, row, keyChanged } = await enterBranch(this.#options, entry, {
      tables: (tables) => this.#onTables(tables),
      writer: (state) => this.#onWriter(state),
    })
    const keys = new StaffKeys(vault, dataKey)
    try {
      const { branch, passphraseDue, ...staff } = row
      const { engine, close } = open
      await rememberChain(engine, vault, staff)
      const leave = async () => {
        await rememberEnd(engine, vault, staff).catch(() => undefined)
        await close()
      }
      const guesses = new GuessGuard({ engine, staff })
      const seated: SignedIn = {
        staff,
        branch,
        engine,
        keys,
        guesses,
        locked: false,
        passphraseDue,
        close: leave,
      }
      const failures = unlocked.failuresBefore
      if (failures > 0) await record(seated, 'session.failuresBefore', { failures })
      if (unlocked.attemptsPutBack) {
        await record(seated, 'session.attemptsPutBack')
        await vault.putBackRecorded()
      }
      if (keyChanged) await record(seated, 'staff.changeKey')
      await this.#recover(seated)
      await this.#watchIdle(engine, staff)
      return seated
    } catch (error) {
      await open.close()
      keys.forget()
      throw error
    }
  }

  /** Rolls back what a killed import left half done. */
  async #recover({ engine, staff }: OpenSession): Promise<void> {
    await engine.job('imports.recover', {}, staff, (each) => this.#options.publish('import', each)).done
  }

  #keepFactsOfToday({ engine, staff }: OpenSession): void {
    this.#facts.start(() => engine.job('facts.refresh', {}, staff).done)
  }

  async #leave(): Promise<void> {
    this.#idle.stop()
    this.#facts.stop()
    this.#fault = null
    const seated = this.#seated
    if (seated === null) return
    this.#seated = null
    await this.#options.listener?.leave()
    // A database that takes no more rows must not keep anyone signed in.
    await seated.guesses.end().catch(() => undefined)
    await record(seated, 'session.signOut').catch(() => undefined)
    try {
      await seated.close()
    } finally {
      seated.keys.forget()
    }
  }

  async #watchIdle(engine: EnginePool, staff: SessionStaff): Promise<void> {
    const { idleLockMinutes } = await engine.call('settings.get', {}, staff)
    this.#idle.watch(idleLockMinutes)
  }

  #onTables(tables: readonly TableName[]): void {
    this.#options.publish('tables', { tables })
    const seated = this.#seated
    if (seated === null) return
    this.#options.listener?.changed(tables)
    if (!tables.includes('setting')) return
    this.#facts.ask()
    if (seated.locked) return
    // Fails only where the engine is closing, and then nothing is left to lock.
    void this.#watchIdle(seated.engine, seated.staff).catch(() => undefined)
  }

  /**
   * Windows read everything anew when the writer died: whether the write that it was at is saved can be seen then. The
   * next one takes up what it left half done, as a sign-in does.
   */
  #onWriter(state: 'lost' | 'back'): void {
    const seated = this.#seated
    if (seated === null) return
    if (state === 'lost') {
      this.#publishView()
      return
    }
    this.#facts.ask()
    // Fails only where the writer died once more, and then it will be back once more.
    void this.#recover(seated).catch(() => undefined)
  }

  #become(seated: SignedIn): SessionView {
    this.#seated = seated
    return this.#publishView()
  }

  #publishView(): SessionView {
    const view = this.view()
    this.#options.publish('session', view)
    return view
  }

  #seatedView({ staff, branch, locked, passphraseDue }: SignedIn): SessionView {
    const shown: BranchView = { name: branch.name, demo: branch.demo }
    if (locked) return { state: 'locked', branch: shown, staff }
    if (passphraseDue) return { state: 'passphrase-due', branch: shown, staff }
    return { state: 'open', branch: shown, staff, todayOn: this.#todayOn(branch) }
  }

  #todayOn(branch: BranchRow): string {
    return branchDay(branch, this.nowAt(), this.#options.engine.daysAhead ?? 0)
  }

  /** The caller hears of a failure; the next in turn only waits for its end. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }
}

async function record(seated: OpenSession, action: RecordedAction, detail: AuditDetail = {}): Promise<void> {
  await seated.engine.internal('audit.record', { action, customerUid: null, detail }, seated.staff)
}
