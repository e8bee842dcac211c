import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ArrivalStation } from '../../../src/main/arrivals/arrival-station.ts'
import { SettingsFile } from '../../../src/main/arrivals/settings-file.ts'
import { ProgramWatch } from '../../../src/main/diagnosis/program-watch.ts'
import type { EngineWatch } from '../../../src/main/engine/watch.ts'
import { extractReading } from '../../../src/main/features/imports/reading/wizard.ts'
import { createRouter } from '../../../src/main/ipc/create-router.ts'
import type { Dialogs } from '../../../src/main/ipc/dialogs.ts'
import type { IpcRouter } from '../../../src/main/ipc/router.ts'
import type { Sender, WindowTasks } from '../../../src/main/ipc/shell-tasks.ts'
import { systemClock } from '../../../src/main/session/clock.ts'
import { SessionController } from '../../../src/main/session/session-controller.ts'
import { arrivalsListener } from '../../../src/main/session/session-listener.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import type { Envelope } from '../../../src/shared/contract/envelope.ts'
import type { InputOf, OperationName, ResultOf } from '../../../src/shared/contract/index.ts'
import type { Topic, Topics } from '../../../src/shared/contract/topics.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import type { Role } from '../../../src/shared/domain/branch/roles.ts'
import { TestClock } from './test-clock.ts'

export const WINDOW: Sender = { windowId: 1, frameUrl: 'app://huiyan/index.html', mainFrame: true }
export const FOUNDER = { no: '8001', passphrase: 'founder of 8001' } as const
export const STAFF_NO: Readonly<Record<Role, string>> = {
  head: FOUNDER.no,
  teller: '1001',
  lobby: '1002',
  rm: '1003',
  admin: '1004',
}

export const passphraseOf = (no: string): string =>
  no === FOUNDER.no ? FOUNDER.passphrase : `passphrase ${no}`

/** What the next dialog answers. */
export class TestDialogs implements Dialogs {
  folder: string | null = null
  files: readonly string[] | null = null
  path: string | null = null
  chooseFolder = async () => this.folder
  chooseFiles = async () => this.files
  saveFile: Dialogs['saveFile'] = async () => this.path
  openFile = async () => this.path
}

export interface House {
  readonly folder: string
  readonly clock: TestClock
  readonly dialogs: TestDialogs
  readonly sessions: SessionController
  readonly router: IpcRouter
  /** The lines of the log. */
  readonly logged: readonly string[]
  /** Everything that was published, in order. */
  readonly told: { readonly topic: Topic; readonly message: unknown }[]
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<Envelope<ResultOf<N>>>
  /** The value of a call that must succeed. */
  get<N extends OperationName>(name: N, input: InputOf<N>): Promise<ResultOf<N>>
  /** The code of a call that must be refused, or `ok`. */
  code<N extends OperationName>(name: N, input: InputOf<N>): Promise<string>
  signInAs(no: string): Promise<void>
  close(): Promise<void>
}

const ENGINE_WORKER = new URL('../../../src/main/engine-worker.ts', import.meta.url)

const noWindow = (): never => {
  throw new AppError('followups.printFailed', { reason: 'no window' })
}

const WINDOW_TASKS: WindowTasks = {
  'followups.preview': noWindow,
  'followups.previewMorning': noWindow,
  'followups.print': noWindow,
  'followups.printAgain': noWindow,
  'followups.printMorning': noWindow,
  'followups.savePdf': noWindow,
  'followups.sendToPrinter': noWindow,
  'lists.preview': noWindow,
  'lists.print': noWindow,
  'notices.serving': () => ({ on: false }),
  'notices.speak': () => null,
  'session.appInfo': () => ({ version: '0', sqlite: '0', electron: '0', dataFolder: '' }),
  'strip.fold': () => null,
  'strip.hide': () => null,
  'strip.move': () => null,
  'strip.openPerson': () => null,
  'strip.release': () => null,
  'strip.setShortcut': () => null,
  'strip.show': () => null,
  'strip.state': () => ({ edge: 'right', folded: false, shortcut: '', shortcutWorks: true }),
}

/** The whole main process but its windows, on a folder of its own: real vault, real router, real engine threads. */
export function openHouse(
  options: {
    readonly folder?: string
    readonly demoCustomers?: number
    /** The module that runs inside an engine thread; the product's own where nothing is said. */
    readonly worker?: URL
    /** Hears what is published, as a window would. */
    readonly hear?: (topic: Topic, message: unknown) => void
    readonly watch?: EngineWatch
    /** How far the machine's clock is ahead; behind where it is negative. */
    readonly daysAhead?: number
    /** Milliseconds that the machine has been running, whatever its clock says; goes with the clock where nothing is said. */
    readonly ranFor?: () => number
  } = {},
): House {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'huiyan-house-'))
  const clock = new TestClock(Date.now())
  const dialogs = new TestDialogs()
  const told: { topic: Topic; message: unknown }[] = []
  const publish = <T extends Topic>(topic: T, message: Topics[T]) => {
    told.push({ topic, message })
    options.hear?.(topic, message)
  }
  const logged: string[] = []
  const write = (line: string) => void logged.push(line)
  const watch = new ProgramWatch({ info: write, warn: write, error: write }, () => clock.nowAt())
  const station = new ArrivalStation({
    file: new SettingsFile(folder),
    clock: systemClock,
    changed: () => publish('arrivals', station.view()),
  })
  const sessions = new SessionController({
    keepsFactsOfToday: false,
    dataFolder: folder,
    protector: plainProtector,
    engine: { worker: options.worker ?? ENGINE_WORKER, readers: 1, daysAhead: options.daysAhead ?? 0 },
    watch: options.watch ?? watch,
    clock,
    machineRanFor: options.ranFor ?? (() => clock.nowAt()),
    demo: { seed: 7, asOf: '2026-11-20', customers: options.demoCustomers ?? 60 },
    listener: arrivalsListener(station),
    publish,
  })
  const router = createRouter({
    sessions,
    trustsSender: ({ frameUrl, mainFrame }) => mainFrame && frameUrl.startsWith('app://huiyan/'),
    dialogs,
    station,
    watch,
    versions: { version: '0', electron: '0', system: 'test' },
    loadReading: async () => extractReading,
    windowTasks: WINDOW_TASKS,
  })
  const call = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<Envelope<ResultOf<N>>> =>
    (await router.call(WINDOW, name, input)) as Envelope<ResultOf<N>>
  const get = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<ResultOf<N>> => {
    const envelope = await call(name, input)
    if (envelope.ok) return envelope.value
    throw new Error(`${name}: ${envelope.error.code} ${JSON.stringify(envelope.error.detail)}`)
  }
  return {
    folder,
    clock,
    dialogs,
    sessions,
    router,
    told,
    logged,
    call,
    get,
    code: async (name, input) => {
      const envelope = await call(name, input)
      return envelope.ok ? 'ok' : envelope.error.code
    },
    signInAs: async (no) => {
      await get('session.signOut', {})
      await get('session.signIn', { staffNo: no, passphrase: passphraseOf(no) })
    },
    close: async () => {
      await sessions.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Founds a branch and signs its founder, a head, in. */
export async function found(house: House, kind: 'new' | 'demo' = 'new'): Promise<void> {
  await house.get('session.createBranch', {
    kind,
    branchName: '测试网点',
    staffNo: FOUNDER.no,
    staffName: '赵明',
    passphrase: FOUNDER.passphrase,
  })
}

/** One member of staff of every role. */
export async function hireEveryRole(house: House): Promise<void> {
  for (const role of ['teller', 'lobby', 'rm', 'admin'] as const) {
    const no = STAFF_NO[role]
    await house.get('staff.add', { no, name: `职员${no}`, role, passphrase: passphraseOf(no) })
  }
}
