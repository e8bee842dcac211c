import { expect } from 'vitest'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { isWorking } from '../../../src/shared/domain/calendar/working-days.ts'
import type { Channel, Outcome } from '../../../src/shared/domain/work/contact.ts'
import type { IntentLevel } from '../../../src/shared/domain/work/intent.ts'
import type { TestEngine } from '../engine/open-engine.ts'
import { addPerson, HEAD, type InventedPerson, LOBBY, openCounter, RM, TELLER } from './counter-branch.ts'

export const ANY_STAFF = [TELLER, LOBBY, RM] as const

export type CounterCommand =
  | {
      kind: 'flag'
      person: number
      product: 'wealth' | 'loan'
      level: IntentLevel
      by: (typeof ANY_STAFF)[number]
    }
  | { kind: 'undo'; back: number }
  | { kind: 'record'; pick: number; channel: Channel; outcome: Outcome; inDays: number | null }
  | { kind: 'close'; pick: number; outcome: 'converted' | 'lost' | 'mistaken' }
  | { kind: 'reassign'; pick: number; to: string }
  | { kind: 'roster'; inDays: number; working: boolean | null }
  | { kind: 'wait'; ms: number }

interface Flag {
  readonly operationId: string
  readonly by: (typeof ANY_STAFF)[number]
  readonly intentUid: string
  readonly created: boolean
}

/**
 * A counter at work: performs any command on the real engine, lets it refuse what it may refuse, and keeps a model of
 * which intents are open that the engine must agree with.
 */
export class CounterDay {
  readonly #engine: TestEngine
  readonly #people: readonly InventedPerson[]
  readonly #flags: Flag[] = []
  /** Every intent ever opened, oldest first, and whether it should be open now. */
  readonly #open = new Map<string, boolean>()
  #writes: number

  constructor(todayOn: string) {
    this.#engine = openCounter(todayOn)
    this.#people = [RM.no, LOBBY.no, '7777'].map((ownerNo) => addPerson(this.#engine, { ownerNo }))
    this.#writes = this.#count('outbox')
  }

  perform(command: CounterCommand): void {
    if (command.kind === 'wait') {
      this.#engine.sources.at += command.ms
      return
    }
    try {
      this.#write(command)
      this.#writes += 1
    } catch (error) {
      // A refused command is part of a day's work; anything else is a fault.
      if (!(error instanceof AppError) || error.code.startsWith('engine.')) throw error
    }
  }

  /** An owner, a next date on a worked day, never warned after it (F1, F2), and one open intent a product. */
  expectPromisesKept(): void {
    const { calendar } = this.#engine.runner.readContext(HEAD)
    const rows = this.#engine.connection
      .statement<{ uid: string; key: string; owner: string | null; warnOn: string; nextOn: string }>(
        `SELECT uid, customer_id || product AS key, owner_no AS owner, warn_on AS warnOn, next_on AS nextOn
         FROM intent WHERE status = 'open'`,
      )
      .all()
    for (const row of rows) {
      expect(row.owner).not.toBeNull()
      expect(row.warnOn <= row.nextOn).toBe(true)
      expect(isWorking(calendar, row.nextOn)).toBe(true)
    }
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
    const expected = [...this.#open].flatMap(([uid, open]) => (open ? [uid] : []))
    expect(rows.map((row) => row.uid).sort()).toEqual(expected.sort())
  }

  /** Every write that was acknowledged left one outbox row and one audit link, every refused one left nothing. */
  expectLedgersWhole(): void {
    const outbox = this.#engine.connection
      .statement<{ seq: number }>('SELECT seq FROM outbox ORDER BY seq')
      .all()
    expect(outbox.map((row) => row.seq)).toEqual(Array.from({ length: this.#writes }, (_, n) => n + 1))
    expect(this.#engine.run('audit.verify', {})).toMatchObject({ intact: true, entries: this.#writes })
  }

  close(): void {
    this.#engine.close()
  }

  #write(command: Exclude<CounterCommand, { kind: 'wait' }>): void {
    switch (command.kind) {
      case 'flag':
        this.#flag(command)
        break
      case 'undo':
        this.#undo(command.back)
        break
      case 'record':
        this.#record(command)
        break
      case 'close':
        this.#engine.run(
          'intents.close',
          { intentUid: this.#pick(command.pick), outcome: command.outcome },
          RM,
        )
        this.#open.set(this.#pick(command.pick), false)
        break
      case 'reassign':
        this.#engine.run(
          'intents.reassign',
          { intentUid: this.#pick(command.pick), ownerNo: command.to },
          HEAD,
        )
        break
      case 'roster': {
        const on = addDays(this.#todayOn(), command.inDays)
        this.#engine.run('settings.setDayOverride', { on, working: command.working, reason: '排班' }, HEAD)
      }
    }
  }

  #flag({ person, product, level, by }: Extract<CounterCommand, { kind: 'flag' }>): void {
    const customerUid = this.#people[person]?.uid ?? ''
    const { intent, created } = this.#engine.run('intents.flag', { customerUid, product, level }, by)
    expect(created).toBe(this.#open.get(intent.uid) !== true)
    this.#open.set(intent.uid, true)
    const { operationId = '' } = this.#engine.run('undo.newest', {}, by) ?? {}
    this.#flags.push({ operationId, by, intentUid: intent.uid, created })
  }

  #undo(back: number): void {
    const flag = this.#flags.at(-1 - back)
    if (flag === undefined) throw new AppError('intents.notFound')
    this.#engine.run('undo.take', { operationId: flag.operationId }, flag.by)
    if (flag.created) this.#open.set(flag.intentUid, false)
  }

  #record({ pick, channel, outcome, inDays }: Extract<CounterCommand, { kind: 'record' }>): void {
    const nextOn = inDays === null ? null : addDays(this.#todayOn(), inDays)
    const intentUid = this.#pick(pick)
    const { open } = this.#engine.run('followups.record', { intentUid, channel, outcome, nextOn }, RM)
    this.#open.set(intentUid, open)
  }

  #pick(index: number): string {
    const uids = [...this.#open.keys()]
    const uid = uids[index % Math.max(1, uids.length)]
    if (uid === undefined) throw new AppError('intents.notFound')
    return uid
  }

  #todayOn(): string {
    return this.#engine.runner.readContext(HEAD).todayOn
  }

  #count(table: string): number {
    return (
      this.#engine.connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
    )
  }
}
