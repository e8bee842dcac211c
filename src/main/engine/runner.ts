import { operationNamed } from '../../shared/contract/index.ts'
import { internalNamed } from '../../shared/contract/internal/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { BranchState } from './branch-state.ts'
import type { Connection } from './connection.ts'
import type { AuditDetail, ReadContext, WriteContext } from './context.ts'
import { appErrorOf } from './faults.ts'
import type { HandlerName, Handlers } from './handlers.ts'
import { appendAudit, appendOutbox } from './ledger.ts'
import { actorOf } from './program-work.ts'
import type { TableName } from './schema.ts'
import { type ClockAndEntropy, newUid } from './uid.ts'
import { type Changes, recordChanges } from './undo/record-changes.ts'
import { keepSlip } from './undo/slip.ts'

export interface Outcome<Value = unknown> {
  readonly value: Value
  readonly tables: readonly TableName[]
}

type AnyHandler = (context: WriteContext, input: unknown) => unknown

/** What a write said about itself while it ran. */
interface Said {
  customerUids: readonly string[]
  leadUids: readonly string[]
  detail: AuditDetail
  payload: object
  readonly tables: Set<TableName>
}

/**
 * Runs operations on one connection: a query in one read transaction, a command in one write transaction with its outbox
 * and audit rows.
 */
export class Runner {
  readonly connection: Connection
  readonly branch: BranchState
  readonly #handlers: Handlers
  readonly #sources: ClockAndEntropy

  constructor(connection: Connection, handlers: Handlers, sources: ClockAndEntropy) {
    this.connection = connection
    this.branch = new BranchState(connection, sources.daysAhead ?? 0)
    this.#handlers = handlers
    this.#sources = sources
  }

  /** Runs one operation. Throws `AppError` and nothing else; a refused command leaves no trace. */
  run(name: HandlerName, input: unknown, staff: SessionStaff): Outcome {
    try {
      return this.#isWrite(name) ? this.#write(name, input, staff) : this.#read(name, input, staff)
    } catch (error) {
      throw appErrorOf(error)
    }
  }

  /**
   * The context of a write, for jobs that run their own transactions. To be built inside of the transaction: only then
   * are its time and its settings not older than what another process has committed before.
   */
  writeContext(staff: SessionStaff): { readonly context: WriteContext; readonly said: Said } {
    const said: Said = { customerUids: [], leadUids: [], detail: {}, payload: {}, tables: new Set() }
    const context: WriteContext = {
      ...this.readContext(staff),
      connection: this.connection,
      newUid: () => newUid(this.#sources),
      about: (...customerUids) => {
        said.customerUids = customerUids
      },
      aboutStrangers: (...leadUids) => {
        said.leadUids = leadUids
      },
      note: (detail) => {
        said.detail = { ...said.detail, ...detail }
      },
      publish: (payload) => {
        said.payload = payload
      },
      changed: (...tables) => {
        for (const table of tables) said.tables.add(table)
      },
    }
    return { context, said }
  }

  readContext(staff: SessionStaff): ReadContext {
    return { connection: this.connection, staff, ...this.branch.now(this.#sources) }
  }

  /**
   * Runs `work` as one write: its rows, then the audit's links, then the outbox row that names them, all in one transaction. Its time,
   * settings and calendar are taken when it has the lock, which another process may hold for seconds. Watchers are told
   * only after the commit.
   */
  commit<Value>(
    name: string,
    input: object,
    staff: SessionStaff,
    work: (context: WriteContext) => Value,
  ): Outcome<Value> {
    const { value, said } = this.connection.transaction(() => {
      const { context, said } = this.writeContext(staff)
      said.payload = input
      const done = this.#worked(name, () => work(context))
      const operationId = context.newUid()
      const at = context.nowAt
      const by = { staffNo: staff.no, at }
      const links = linksOf(said)
      const numbers = links.map(({ customerUid, detail }) =>
        appendAudit(this.connection, { ...by, action: name, customerUid, detail }),
      )
      const [auditSeq = 0] = numbers
      appendOutbox(this.connection, {
        ...by,
        operationId,
        operation: name,
        payload: said.payload,
        firstLink: auditSeq,
        lastLink: numbers.at(-1) ?? auditSeq,
      })
      if (done.changes !== null) {
        const [only, another] = links
        // A step about several people names none of them; the detail says how many they are.
        const about =
          another === undefined
            ? { customerUid: only?.customerUid ?? null, detail: only?.detail ?? {} }
            : { customerUid: null, detail: { ...said.detail, people: links.length } }
        keepSlip(this.connection, {
          ...by,
          operationId,
          operation: name,
          auditSeq,
          ...about,
          changes: done.changes,
        })
        context.changed('undo_slip')
      }
      return { value: done.value, said }
    })
    said.tables.add('audit').add('outbox')
    const tables = [...said.tables]
    this.branch.afterWrite(tables)
    return { value, tables }
  }

  /** Runs the work of a write, and keeps what it changes where that can be taken back. */
  #worked<Value>(name: string, work: () => Value): { value: Value; changes: Changes | null } {
    if (operationNamed(name)?.undoable !== true) return { value: work(), changes: null }
    return recordChanges(this.connection, work)
  }

  #write(name: HandlerName, input: unknown, staff: SessionStaff): Outcome {
    const actor = actorOf(name, staff)
    return this.commit(name, asObject(input), actor, (context) => this.#handler(name)(context, input))
  }

  #read(name: HandlerName, input: unknown, staff: SessionStaff): Outcome {
    // A query's handler takes a ReadContext; the wider type exists so that one table can hold both kinds.
    const handler = this.#handler(name) as (context: ReadContext, input: unknown) => unknown
    const value = this.connection.snapshot(() => handler(this.readContext(staff), input))
    return { value, tables: [] }
  }

  #handler(name: HandlerName): AnyHandler {
    const handler: unknown = this.#handlers[name]
    if (typeof handler !== 'function') throw new AppError('call.unknownOperation', { name })
    return handler as AnyHandler
  }

  #isWrite(name: HandlerName): boolean {
    return (internalNamed(name) ?? operationNamed(name))?.access === 'write'
  }
}

function asObject(input: unknown): object {
  return typeof input === 'object' && input !== null ? input : {}
}

interface Link {
  readonly customerUid: string | null
  readonly detail: AuditDetail
}

/** One link, or one for each of several people; these say how many they are, so that none can be cut off unnoticed. */
function linksOf({ customerUids, leadUids, detail }: Said): Link[] {
  const people = customerUids.length + leadUids.length
  if (people === 0) return [{ customerUid: null, detail }]
  const count = people === 1 ? {} : { people }
  return [
    ...customerUids.map((customerUid) => ({ customerUid, detail: { ...detail, ...count } })),
    ...leadUids.map((leadUid) => ({ customerUid: null, detail: { ...detail, leadUid, ...count } })),
  ]
}
